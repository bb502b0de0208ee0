import { expect, test } from 'vitest';
import * as agreements from '@zhiheng/contract/agreements/agreements';
import { publishCalendar } from '@zhiheng/contract/agreements/calendars';
import { previewMovedDeadlines } from '@zhiheng/contract/agreements/moved-deadlines';
import { getCase } from '@zhiheng/contract/cases/cases';
import { newId } from '../../platform/identifier.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { newCalendar, office, promising, published, resolutionIn } from '../agreements/agreements.factory.ts';
import { openOne } from './cases.factory.ts';

const server = useTestServer();
const always = { ...office, week: office.week.map(() => [{ from: '00:00', to: '24:00' }]) };

/** Three cases under a promise of eight hours around the clock. */
async function withCases() {
  const org = await newOrganisation(server);
  const calendar = await newCalendar(org, 'always', always);
  const definition = promising(calendar.id);
  const agreement = await published(org, { code: 'gold', definition, effectiveFrom: '2020-01-01T00:00:00Z' });
  const cases = [await openOne(org), await openOne(org), await openOne(org, { type: 'adverse-event' })];
  return { org, calendar, definition, agreement, cases };
}
const dueOf = async (org: TestOrganisation, id: string) => (await org.call(getCase, { params: { id } })).next?.dueAt;

test('a calendar says which deadlines it would move, and moves them so', async () => {
  const { org, calendar, cases } = await withCases();
  const change = {
    kind: 'calendar' as const,
    calendarId: calendar.id,
    definition: { ...always, zone: 'Asia/Shanghai', overrides: closedFor(3) },
  };
  const id = cases[0]?.id ?? '';
  const before = await dueOf(org, id);
  const foreseen = await org.call(previewMovedDeadlines, { body: { change } });
  expect(foreseen).toMatchObject({ openCases: 3, examined: 3, earlier: 0, later: 3, changed: 0, overdueAtOnce: 0 });
  expect(await dueOf(org, id)).toBe(before);
  await org.call(publishCalendar, { params: { id: calendar.id }, body: { version: 1, definition: change.definition } });
  const told = foreseen.items.find(({ caseId }) => caseId === id);
  expect(told).toMatchObject({ number: cases[0]?.number, target: 'resolution', before, after: await dueOf(org, id) });
  expect(told?.movedBySeconds).toBeGreaterThan(86_400);
});

/** Today and the next days are closed. */
const closedFor = (days: number) =>
  Array.from({ length: days }, (_, day) => ({
    date: new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + day * 86_400_000)),
    kind: 'closure' as const,
  }));

test('an agreement moves open cases only when it takes them over', async () => {
  const { org, definition, agreement } = await withCases();
  const effectiveFrom = new Date(Date.now() + 60_000).toISOString();
  const preview = (more: object) => {
    const next = { ...definition, targets: [resolutionIn(2)], ...more };
    const change = { kind: 'agreement' as const, agreementId: agreement.id, definition: next, effectiveFrom };
    return org.call(previewMovedDeadlines, { body: { change } });
  };
  expect(await preview({})).toMatchObject({ earlier: 0, later: 0, changed: 0, items: [] });
  const stricter = await preview({ adoption: 'open-cases' });
  expect(stricter).toMatchObject({ earlier: 3, later: 0, overdueAtOnce: 0 });
  expect(stricter.items.map(({ movedBySeconds }) => movedBySeconds)).toEqual([-21_600, -21_600, -21_600]);
  expect(await preview({ adoption: 'open-cases', scope: { priority: ['p1'] } })).toMatchObject({
    changed: 3,
    items: [{ after: null }, {}, {}],
  });
  expect((await org.call(agreements.getAgreement, { params: { id: agreement.id } })).versions).toHaveLength(1);
});

test('what could not be published is refused; cases that one may not see are counted only', async () => {
  const { org, calendar, definition, agreement } = await withCases();
  const refused = async (change: Parameters<typeof ask>[0]) => (await org.refusal(previewMovedDeadlines, ask(change))).errors;
  const ask = (change: { kind: 'agreement'; agreementId: string; definition: typeof definition }) => ({ body: { change } });
  const faulty = { kind: 'agreement' as const, agreementId: agreement.id, definition: { ...definition, targets: [] } };
  expect(await refused(faulty)).toMatchObject([{ code: 'no-targets' }, { code: 'unknown-step' }]);
  expect((await org.refusal(previewMovedDeadlines, ask({ ...faulty, agreementId: newId() }))).status).toBe(404);
  const closed = { ...always, week: always.week.map(() => []) };
  const broken = { kind: 'calendar' as const, calendarId: calendar.id, definition: closed };
  expect((await org.refusal(previewMovedDeadlines, { body: { change: broken } })).errors).toMatchObject([{ code: 'never-opens' }]);
  const outsider = await newOrganisation(server, { roles: { planner: ['agreements.read', 'agreements.define'] } });
  const { id } = await newCalendar(outsider, 'always', always);
  await published(outsider, { code: 'gold', definition: promising(id), effectiveFrom: '2020-01-01T00:00:00Z' });
  await openOne(outsider);
  const change = { kind: 'calendar' as const, calendarId: id, definition: { ...always, overrides: closedFor(3) } };
  const seen = await outsider.call(previewMovedDeadlines, { body: { change } }, { cookie: await outsider.as('planner') });
  expect(seen).toMatchObject({ later: 1, items: [] });
});
