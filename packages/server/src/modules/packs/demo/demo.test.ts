import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { compareScores, readScores, type SliceBy } from '@zhiheng/contract/evaluation/scores';
import { listObservations, sendObservations } from '@zhiheng/contract/measurement/observations';
import { deleteDemo, installPack, listPacks, loadDemo, uploadPack } from '@zhiheng/contract/packs/packs';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { addMonths } from '../../evaluation/index.ts';
import { fingerprint, shipped, smallPack } from '../packs.factory.ts';

const server = useTestServer();

async function withSmallPack(): Promise<TestOrganisation> {
  const org = await newOrganisation(server);
  await org.call(uploadPack, { body: { files: { ...smallPack } } });
  return org;
}

describe('demo data', () => {
  it('loads, is marked, and leaves exactly the state before when it is deleted', async () => {
    const org = await withSmallPack();
    const before = await fingerprint(server, org.orgId);
    const loaded = await org.call(loadDemo, { params: { code: 'small' } });
    expect(loaded.problem).toEqual({ zh: '北边慢', en: 'Slow in the north' });
    expect(loaded.observations).toBeGreaterThan(12 * (20 * 2.5 + 10 * 2.5 + 2) * 0.95);
    expect((await org.call(listPacks)).items.find((pack) => pack.code === 'small')?.demoLoaded).toBe(true);
    expect(await fingerprint(server, org.orgId)).not.toEqual(before);
    const reply = await org.call(deleteDemo);
    expect(reply).toEqual({ ok: true, observations: loaded.observations });
    expect(await fingerprint(server, org.orgId)).toEqual(before);
    expect(await eventsOf(org, 'demo.loaded')).toHaveLength(1);
    expect((await eventsOf(org, 'demo.deleted'))[0]?.data).toEqual({ observations: loaded.observations });
  });

  it('does not touch real data, not even in the same series', async () => {
    const org = await withSmallPack();
    const rows = Array.from({ length: 40 }, (_, i) => ({
      ...{ indicator: 'wait_time', service: 'desk', site: 'north', key: `real-${i}`, value: i % 7 },
      at: new Date(Date.now() - i * 40 * 3_600_000).toISOString(),
    }));
    await org.call(sendObservations, { query: { source: 'phone' }, body: rows });
    const before = await fingerprint(server, org.orgId, ['rollup', 'rollup_delta']);
    const scores = await org.call(readScores);
    await org.call(loadDemo, { params: { code: 'small' } });
    expect(await org.call(readScores)).not.toEqual(scores);
    await org.call(deleteDemo);
    expect(await fingerprint(server, org.orgId, ['rollup', 'rollup_delta'])).toEqual(before);
    expect(await org.call(readScores)).toEqual(scores);
  });

  it('is refused a second time, without pack, and where its source holds real data', async () => {
    const org = await withSmallPack();
    expect(await org.refusal(loadDemo, { params: { code: 'telecom' } })).toMatchObject({ status: 404, params: { kind: 'installed_pack' } });
    await org.call(loadDemo, { params: { code: 'small' } });
    expect(await org.refusal(loadDemo, { params: { code: 'small' } })).toMatchObject({ status: 409, code: 'demo_loaded_already' });
    const other = await withSmallPack();
    const body = [{ indicator: 'wait_time', at: new Date().toISOString(), value: 3, key: 'a' }];
    await other.call(sendObservations, { query: { source: 'demo' }, body });
    expect(await other.refusal(loadDemo, { params: { code: 'small' } })).toMatchObject({ status: 409, code: 'demo_source_in_use' });
    const own = await newOrganisation(server);
    const files = Object.fromEntries(Object.entries(smallPack).filter(([name]) => name !== 'demo.yaml'));
    await own.call(uploadPack, { body: { files } });
    expect(await own.refusal(loadDemo, { params: { code: 'small' } })).toMatchObject({ status: 404, params: { kind: 'demo' } });
  });

  it('is the same in every organisation, lies in working hours, and leaves out what was deleted', async () => {
    const [one, two] = [await withSmallPack(), await withSmallPack()];
    await two.inside(({ db, orgId }) =>
      sql`update service set deleted_at = now() where org_id = ${orgId} and code = 'night-desk'`.execute(db),
    );
    await one.call(loadDemo, { params: { code: 'small' } });
    await two.call(loadDemo, { params: { code: 'small' } });
    const drawn = async (org: TestOrganisation) => {
      const { rows } = await sql<{ key: string; value: number; hour: number }>`
        select record_key as key, value, extract(hour from at at time zone 'Asia/Shanghai')::int4 as hour from observation
        where org_id = ${org.orgId} and at < date_trunc('month', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' order by 1`.execute(
        server.owner,
      );
      return rows;
    };
    const all = await drawn(one);
    expect(new Set(all.map((row) => row.hour))).toEqual(new Set([8, 9, 10, 11, 12, 13, 14, 15, 16, 17]));
    expect(await drawn(two)).toEqual(all.filter((row) => !row.key.includes(':2:')));
    const { rows } = await sql`select from quarantine where org_id = ${two.orgId}`.execute(server.owner);
    expect(rows).toHaveLength(0);
    const newest = await one.call(listObservations, { query: { indicator: 'wait_time', limit: 1 } });
    expect(Date.parse(newest.items[0]?.at ?? '')).toBeLessThanOrEqual(Date.now());
  });
});

/** A site or service of each pack where its seeded problem lies. */
const struck = {
  catering: { by: 'site', name: 'Experimental school' },
  housekeeping: { by: 'site', name: 'West branch' },
  'it-service': { by: 'site', name: 'West campus' },
  outpatient: { by: 'site', name: 'East campus' },
  telecom: { by: 'team', name: 'County field team' },
  'testing-laboratory': { by: 'site', name: 'North laboratory' },
} as const satisfies Record<(typeof shipped)[number], { by: SliceBy; name: string }>;

describe('the shipped packs', () => {
  it.each(shipped)('%s: the index lies between 75 and 90, and the seeded problem is plain to see', { timeout: 120_000 }, async (code) => {
    const org = await newOrganisation(server);
    await org.call(installPack, { params: { code } });
    await org.call(loadDemo, { params: { code } });
    const current = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date()).slice(0, 7);
    for (let back = 1; back <= 12; back++) {
      const { root } = await org.call(readScores, { query: { period: addMonths(current, -back) } });
      expect(root.coverage).toBe(1);
      expect(root.score, `${back} months back`).toBeGreaterThan(75);
      expect(root.score, `${back} months back`).toBeLessThan(90);
    }
    const { by, name } = struck[code];
    const [before, after] = [await slicesOf(org, by, [-8, -6, -5]), await slicesOf(org, by, [-3, -2, -1])];
    const falls = [...after]
      .map(([slice, score]) => ({ slice, fall: (before.get(slice) ?? score) - score }))
      .sort((a, b) => b.fall - a.fall);
    expect(falls[0]?.slice).toBe(name);
    expect(falls[0]?.fall).toBeGreaterThan(6);
    expect((falls[0]?.fall ?? 0) - (falls[1]?.fall ?? 0)).toBeGreaterThan(2);

    /** Mean index over three months of every slice that has enough to be compared. */
    async function slicesOf(of: TestOrganisation, slices: SliceBy, months: readonly number[]): Promise<Map<string, number>> {
      const sums = new Map<string, number>();
      for (const month of months) {
        const reply = await of.call(compareScores, { query: { period: addMonths(current, month), by: slices } });
        for (const slice of reply.slices.filter((one) => one.coverage > 0.5))
          sums.set(slice.name.en, (sums.get(slice.name.en) ?? 0) + (slice.score ?? 0) / 3);
      }
      return sums;
    }
  });
});
