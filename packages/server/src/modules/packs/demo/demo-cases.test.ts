import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createCase, getCase, listCases, mergeCase, updateCase } from '@zhiheng/contract/cases/cases';
import { deleteDemo, installPack, loadDemo } from '@zhiheng/contract/packs/packs';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { rebuildClocks, rebuildObservations } from '../../cases/index.ts';
import { sweepDays } from '../../cases/observations/sweep-days.ts';
import { sweepClocks } from '../../cases/sweep-clocks.ts';

const server = useTestServer();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

async function figures(org: TestOrganisation) {
  const { rows } = await sql<Record<string, number>>`
    select count(*)::int4 as cases, count(*) filter (where status in ('new', 'open', 'awaiting-customer'))::int4 as open,
      count(*) filter (where type = 'complaint')::int4 as complaints, count(*) filter (where reopened > 0)::int4 as reopened,
      count(rating)::int4 as rated, count(distinct date_trunc('month', opened_at))::int4 as months,
      count(*) filter (where category_id is null or service_id is null or team_id is null)::int4 as lost,
      count(*) filter (where exists (select from case_clock k where k.case_id = c.id))::int4 as promised
    from service_case c where org_id = ${org.orgId} and demo`.execute(server.owner);
  return rows[0] ?? {};
}

/** A whole year is made and stored. */
const patience = 180_000;

test.each(['catering', 'it-service'])(
  '%s: a year of cases with promises, complaints, reopenings and ratings, in categories of the pack',
  async (code) => {
    const org = await newOrganisation(server);
    await org.call(installPack, { params: { code } });
    await org.call(loadDemo, { params: { code } });
    const { cases = 0, open = 0, complaints = 0, reopened = 0, rated = 0, months = 0, lost, promised = 0 } = await figures(org);
    expect(cases).toBeGreaterThan(400);
    expect([open > 2, complaints > 60, reopened > 5, rated > 100, months >= 12, promised > cases / 4]).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(open).toBeLessThan(cases / 5);
    expect(lost).toBe(0);
  },
  patience,
);

test(
  'made-up cases are news to nobody, counted by nobody, and go with the demo',
  async () => {
    const org = await newOrganisation(server);
    await org.call(installPack, { params: { code: 'telecom' } });
    await org.call(loadDemo, { params: { code: 'telecom' } });
    await sweepClocks(server.root, inDays(40));
    await sweepDays(server.root, inDays(2));
    await rebuildObservations(server.root, org.orgId);
    await rebuildClocks(server.root, org.orgId);
    expect((await eventsOf(org)).map(({ type }) => type).filter((type) => type.startsWith('case.'))).toEqual([]);
    const { rows } = await sql<{ code: string }>`
    select distinct s.code from observation o join source s on s.id = o.source_id where o.org_id = ${org.orgId}
    order by s.code`.execute(server.owner);
    expect(rows).toEqual([{ code: 'demo' }, { code: 'probes' }]);

    const { items } = await org.call(listCases, { query: { filter: '{"open":true}', order: 'due', limit: '5' } });
    const [one] = items;
    const into = await org.call(createCase, { body: { type: 'complaint', subject: 'of my own' } });
    const id = one?.id ?? '';
    await org.call(updateCase, { params: { id }, body: { version: one?.version ?? 0, entry: { kind: 'note', body: 'looked at' } } });
    const merged = await org.call(createCase, { body: { type: 'question', subject: 'merged' } });
    await org.call(mergeCase, { params: { id: merged.id }, body: { into: id, version: merged.version } });
    await org.call(deleteDemo);
    expect(await figures(org)).toMatchObject({ cases: 0 });
    expect((await org.call(getCase, { params: { id: into.id } })).subject).toBe('of my own');
    expect((await org.call(getCase, { params: { id: merged.id } })).mergedInto).toBeNull();
  },
  patience,
);
