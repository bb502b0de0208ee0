import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { gamingSignals } from '@zhiheng/contract/cases/gaming';
import type { HandledClock } from '@zhiheng/sla-clock/gaming';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { newId } from '../../../platform/identifier.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { publishAgreement } from '../cases.factory.ts';
import { rebuildClocks } from '../index.ts';
import { judgeSignals } from './judge-signals.rules.ts';

const server = useTestServer();
const named = (text: string) => ({ zh: text, en: text });
const goal = 36_000;

interface Course {
  readonly teamId: string;
  /** seconds after the opening at which it was resolved */
  readonly resolved: number;
}

/** Cases with their history, past HTTP: a few dozen of them. */
async function addCourses(org: TestOrganisation, courses: readonly Course[]): Promise<void> {
  for (const [at, { teamId, resolved }] of courses.entries()) {
    const id = newId();
    const opened = new Date(Date.now() - 20 * 86_400_000 + at * 1000);
    await org.inside(async ({ db, orgId }) => {
      await sql`insert into service_case (org_id, id, number, type, subject, status, priority, channel, opened_at, team_id)
        values (${orgId}, ${id}, ${`G-${id}`}, 'incident', 'Case', 'resolved', 'p3', 'phone', ${opened}, ${teamId})`.execute(db);
      await sql`insert into clock_event (org_id, case_id, seq, at, status, party, detail) values
        (${orgId}, ${id}, 1, ${opened}, 'new', ${`team:${teamId}`}, '{"fields": {}}'),
        (${orgId}, ${id}, 2, ${new Date(opened.getTime() + resolved * 1000)}, 'resolved', null, null)`.execute(db);
    });
  }
}

test('a heap just under the limit is a signal for that team, with the cases behind it; of few cases nothing is said', async () => {
  const org = await newOrganisation(server);
  const agreementId = await publishAgreement(org, { seconds: goal });
  const team = async (code: string) => (await org.call(createUnit, { params: { kind: 'teams' }, body: { code, name: named(code) } })).id;
  const [heaped, smooth, small] = [await team('heaped'), await team('smooth'), await team('small')];
  const times = (teamId: string, shares: readonly number[]) => shares.map((share) => ({ teamId, resolved: Math.round(goal * share) }));
  await addCourses(org, [
    ...times(heaped, [...Array<number>(24).fill(0.97), 0.85, 0.85, 1.05, 1.05]),
    ...times(smooth, [...Array<number>(8).fill(0.85), ...Array<number>(8).fill(0.95), ...Array<number>(8).fill(1.05)]),
    ...times(small, [0.97, 0.97]),
  ]);
  await rebuildClocks(server.root, org.orgId);
  const answer = await org.call(gamingSignals, { query: { agreementId } });
  expect(answer).toMatchObject({ cases: 54, more: false, needed: 20 });
  const heaping = answer.signals.find(({ signal }) => signal === 'heaping-under-limit');
  const of = (id: string) => heaping?.groups.find(({ groupId }) => groupId === id);
  // A third of 28 would be 9.33; P(X ≥ 24) of Bin(28, 1/3) is of the order of 1e-8 (sum of C(28,k)/3^k·(2/3)^(28−k)).
  expect(of(heaped)).toMatchObject({ name: named('heaped'), n: 28, observed: 24, noteworthy: true });
  expect(of(heaped)?.expected).toBeCloseTo(28 / 3, 10);
  expect(of(heaped)?.probability).toBeLessThan(1e-6);
  expect(of(heaped)?.cases).toHaveLength(20);
  expect(of(smooth)).toMatchObject({ n: 24, observed: 8, noteworthy: false });
  expect(of(small)).toMatchObject({ n: 2, observed: null, probability: null, noteworthy: false });
  expect(await org.refusal(gamingSignals, { query: { agreementId } }, { cookie: await org.as('team-lead') })).toMatchObject({
    status: 403,
  });
});

test('persons are named only to those who may see accounts', async () => {
  const org = await newOrganisation(server, { roles: { planner: ['agreements.define', 'agreements.read'] } });
  const agreementId = await publishAgreement(org, { seconds: goal });
  const { id: teamId } = await org.call(createUnit, { params: { kind: 'teams' }, body: { code: 'desk', name: named('Desk') } });
  await addCourses(org, [{ teamId, resolved: 35_000 }]);
  await sql`update service_case set assignee_id = ${org.accountId} where org_id = ${org.orgId}`.execute(server.owner);
  await rebuildClocks(server.root, org.orgId);
  const heaping = async (who?: { cookie: string }) =>
    (await org.call(gamingSignals, { query: { agreementId, by: 'person' } }, who)).signals.find(
      ({ signal }) => signal === 'heaping-under-limit',
    )?.groups;
  expect(await heaping()).toMatchObject([{ name: { en: 'Ada' }, n: 1 }]);
  expect(await heaping({ cookie: await org.as('planner') })).toMatchObject([{ name: null, n: 1, cases: [] }]);
});

test('who looks at many groups finds something: probabilities are corrected as one family', () => {
  const clock = (caseId: string, name: string, usedSeconds: number): HandledClock => ({
    caseId,
    group: name,
    clock: {
      ...{ agreement: { kind: 'sla' }, target: 'resolution', cycle: 1, goalSeconds: 100, startedAt: 0, intervals: [], usedSeconds },
      status: { kind: 'met', at: usedSeconds },
    },
  });
  // 12 of 20 in the band: P(X ≥ 12 | 20, 1/3) = 0.013. Alone it is below 0.05, beside nine such groups it is not.
  const group = (name: string) => [
    ...Array.from({ length: 12 }, (_, at) => clock(`${name}${at}`, name, 95)),
    ...Array.from({ length: 8 }, (_, at) => clock(`${name}-${at}`, name, 85)),
  ];
  const heaping = (groups: readonly string[]) =>
    judgeSignals(groups.flatMap(group), []).find(({ signal }) => signal === 'heaping-under-limit')?.groups ?? [];
  expect(heaping(['a'])).toMatchObject([{ probability: expect.closeTo(0.013, 3) as number, noteworthy: true }]);
  expect(heaping([...'abcdefghij']).map(({ noteworthy }) => noteworthy)).toEqual(Array(10).fill(false));
});
