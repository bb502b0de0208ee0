import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { listObservations, listQuarantine, retryQuarantine, sendObservations } from '@zhiheng/contract/measurement/observations';
import { quantiles } from '@zhiheng/stats/histogram';
import { inOrganisation } from '../../platform/database/in-organisation.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { compact, readSums, rebuildRollups, retractObservations, type RollupSum } from './index.ts';
import { buildIndicator, buildUnit } from './measurement.factory.ts';

const server = useTestServer();
let org: TestOrganisation;
let indicatorId: string;

beforeEach(async () => {
  org = await newOrganisation(server, { timeZone: 'America/New_York' });
  indicatorId = await org.inside((operation) => buildIndicator(operation));
});

const wide = { from: new Date('2000-01-01'), to: new Date('2030-01-01') };
const sumsOf = (query: Partial<Parameters<typeof readSums>[1]> = {}): Promise<RollupSum[]> =>
  org.inside((operation) => readSums(operation, { grain: 'month', ...wide, perBucket: true, histogramOf: [indicatorId], ...query }));
const send = (rows: unknown[], source = 'api') => org.call(sendObservations, { query: { source }, body: rows });
const row = (value: number, at: string, more: object = {}) => ({ indicator: 'wait', at, value, ...more });

/** Everything in the rollups, merged or not, for comparison. */
async function snapshot(): Promise<string> {
  const parts = [];
  for (const grain of ['hour', 'day', 'month'] as const) parts.push(await sumsOf({ grain }));
  return JSON.stringify(parts.map((rows) => rows.map((r) => ({ ...r, histogram: [...(r.histogram ?? [])].sort((a, b) => a[0] - b[0]) }))));
}

describe('sending observations', () => {
  it('stores rows, counts them, and makes them readable at once', async () => {
    const reply = await send([row(10, '2026-03-01T12:00:00Z', { key: 'a' }), row(40, '2026-03-02T12:00:00Z', { key: 'b' })]);
    expect(reply).toMatchObject({ received: 2, stored: 2, corrected: 0, unchanged: 0, quarantined: 0 });
    const [month] = await sumsOf();
    expect(month).toMatchObject({ n: 2, nOk: 1, total: 50 * 60, squares: 600 ** 2 + 2400 ** 2, low: 600, high: 2400 });
  });

  it('changes nothing when the same keys say the same again, and corrects when they say something else', async () => {
    const rows = [row(10, '2026-03-01T12:00:00Z', { key: 'a' }), row(40, '2026-03-02T12:00:00Z', { key: 'b' })];
    await send(rows);
    const before = await snapshot();
    expect(await send(rows)).toMatchObject({ stored: 0, unchanged: 2 });
    expect(await snapshot()).toBe(before);
    expect(await send([row(20, '2026-03-02T12:00:00Z', { key: 'b' })])).toMatchObject({ stored: 0, corrected: 1 });
    await compact(server.root, org.orgId);
    expect((await sumsOf())[0]).toMatchObject({ n: 2, nOk: 2, total: 1800, low: 600, high: 1200 });
  });

  it('keeps equal rows without keys apart, and stores a repeated call once', async () => {
    const rows = [row(5, '2026-03-01T12:00:00Z'), row(5, '2026-03-01T12:00:00Z')];
    const again = () => org.call(sendObservations, { body: rows }, { headers: { 'idempotency-key': 'call-1' }, cookie: org.cookie });
    expect(await again()).toMatchObject({ stored: 2 });
    expect(await again()).toMatchObject({ stored: 2 });
    expect((await sumsOf())[0]?.n).toBe(2);
  });

  it.each([
    [
      'NDJSON',
      'application/x-ndjson',
      '{"indicator":"wait","at":"2026-03-01T00:00:00Z","value":3}\nnot json\n',
      { stored: 1, quarantined: 1 },
    ],
    [
      'CSV',
      'text/csv',
      'indicator,at,value,unit\nwait,2026-03-01T00:00:00Z,0.5,h\nwait,2026-03-01T00:00:00Z,many,h\n',
      { stored: 1, quarantined: 1 },
    ],
  ])('reads %s', async (...[, type, payload, counts]) => {
    const headers = { cookie: org.cookie, 'content-type': type };
    const answer = await server.app.inject({ method: 'POST', url: '/api/v1/observations', headers, payload });
    expect(answer.json()).toMatchObject(counts);
    expect((await sumsOf())[0]?.total).toBe(type === 'text/csv' ? 1800 : 180);
  });

  it.each([
    ['unknown_indicator', { indicator: 'nothing_such' }],
    ['impossible_time', { at: '2026-02-30T10:00:00Z' }],
    ['impossible_time', { at: '1969-12-31T23:59:59Z' }],
    ['future_time', { at: '2199-01-01T00:00:00Z' }],
    ['missing_time', { at: undefined }],
    ['missing_value', { value: undefined }],
    ['not_a_number', { value: 'ten' }],
    ['wrong_unit', { unit: 'kg' }],
    ['negative_duration', { value: -1 }],
    ['unknown_site', { site: 'nowhere' }],
    ['malformed_row', { key: '' }],
  ])('quarantines a row with %s and stores its neighbour', async (reason, fault) => {
    const reply = await send([{ ...row(10, '2026-03-01T12:00:00Z'), ...fault }, row(10, '2026-03-01T12:00:00Z')]);
    expect(reply).toMatchObject({ stored: 1, quarantined: 1 });
    const aside = await org.call(listQuarantine);
    expect(aside.items).toMatchObject([{ reason, state: 'open' }]);
  });

  it('counts only whole things', async () => {
    await org.inside((operation) => buildIndicator(operation, { code: 'kept', measure: 'share', unit: '%' }));
    expect(await send([{ ...row(0.985, '2026-03-01T12:00:00Z'), indicator: 'kept' }])).toMatchObject({ stored: 0, quarantined: 1 });
    expect((await org.call(listQuarantine)).items).toMatchObject([{ reason: 'not_whole' }]);
  });

  it.each([['[]'], ['{}'], ['"text"'], ['[1'], ['']])('refuses %s as a body', async (payload) => {
    const headers = { cookie: org.cookie, 'content-type': 'application/json' };
    const answer = await server.app.inject({ method: 'POST', url: '/api/v1/observations', headers, payload });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.json()).toHaveProperty('code');
  });

  it('quarantines what is out of the plausible range, and takes it in once the range is widened', async () => {
    await org.inside(({ db, orgId }) => db.updateTable('indicator').set({ plausible_max: 100 }).where('org_id', '=', orgId).execute());
    expect(await send([row(500, '2026-03-01T12:00:00Z', { key: 'x' })])).toMatchObject({ stored: 0, quarantined: 1 });
    expect(await org.call(retryQuarantine, { body: {} })).toEqual({ released: 0, still: 1 });
    await org.inside(({ db, orgId }) => db.updateTable('indicator').set({ plausible_max: 1000 }).where('org_id', '=', orgId).execute());
    expect(await org.call(retryQuarantine, { body: {} })).toEqual({ released: 1, still: 0 });
    expect((await sumsOf())[0]?.n).toBe(1);
    const { items } = await org.call(listObservations, { query: { indicator: 'wait' } });
    expect(items).toMatchObject([{ value: 500, key: 'x', source: 'api' }]);
  });
});

describe('rollups', () => {
  /** Pseudo-random but fixed values, both signs, over a daylight-saving change. */
  async function sendMany(): Promise<number[]> {
    const id = await org.inside((operation) =>
      buildIndicator(operation, { code: 'delta', measure: 'number', unit: 'dB', decimals: 1, direction: 'higher' }),
    );
    indicatorId = id;
    let seed = 7;
    const next = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const values = Array.from({ length: 4000 }, () => Math.round((next() - 0.4) * 10 ** (4 * next())) / 10);
    const start = Date.parse('2026-02-20T00:00:00Z');
    const rows = values.map((value, i) => ({
      indicator: 'delta',
      value,
      at: new Date(start + Math.floor(next() * 40 * 86_400_000)).toISOString(),
      key: `k${i}`,
    }));
    for (let from = 0; from < rows.length; from += 1000) await send(rows.slice(from, from + 1000));
    return values;
  }

  it('agree with the database’s own arithmetic per day of the zone, percentiles within 1 %', async () => {
    await sendMany();
    await compact(server.root, org.orgId);
    const { rows } = await sql<{ day: Date; n: number; total: number; low: number; high: number; p05: number; p50: number; p95: number }>`
      select date_trunc('day', at, 'America/New_York') as day, count(*)::int4 as n, sum(value)::float8 as total, min(value) as low, max(value) as high,
        percentile_disc(0.05) within group (order by value) as p05, percentile_disc(0.5) within group (order by value) as p50,
        percentile_disc(0.95) within group (order by value) as p95
      from observation where org_id = ${org.orgId} group by 1 order by 1`.execute(server.owner);
    const days = await sumsOf({ grain: 'day' });
    expect(days.map(({ bucket, n, total, low, high }) => ({ bucket, n, total, low, high }))).toEqual(
      rows.map(({ day, n, total, low, high }) => ({ bucket: day, n, total, low, high })),
    );
    days.forEach((day, index) => {
      const found = quantiles(day.histogram ?? new Map(), [0.05, 0.5, 0.95]);
      const truth = [rows[index]?.p05, rows[index]?.p50, rows[index]?.p95];
      found.forEach((value, i) =>
        expect(Math.abs((value ?? NaN) - (truth[i] ?? NaN))).toBeLessThanOrEqual(0.0101 * Math.abs(truth[i] ?? 0)),
      );
    });
  });

  it('read the same before compaction, after it, and after a rebuild', async () => {
    await sendMany();
    const before = await snapshot();
    await compact(server.root, org.orgId);
    expect(await snapshot()).toBe(before);
    const left = await server.owner.selectFrom('rollup_delta').select('batch_id').where('org_id', '=', org.orgId).execute();
    expect(left).toEqual([]);
    await rebuildRollups(server.root, org.orgId);
    expect(await snapshot()).toBe(before);
  });

  it('forget observations that are taken back, extremes included', async () => {
    await send([row(10, '2026-03-01T12:00:00Z', { key: 'a' }), row(90, '2026-03-01T13:00:00Z', { key: 'b' })]);
    await compact(server.root, org.orgId);
    const gone = await org.inside((operation) => retractObservations(operation, 'api', ['b']));
    await compact(server.root, org.orgId);
    expect(gone).toBe(1);
    expect((await sumsOf())[0]).toMatchObject({ n: 1, total: 600, high: 600 });
    expect(await sumsOf({ grain: 'hour' })).toHaveLength(1);
  });

  it('judge each day by the limits of that day', async () => {
    const later = {
      org_id: org.orgId,
      indicator_id: indicatorId,
      version: 2,
      valid_from: '2026-03-10',
      target: 5,
      warning: 8,
      critical: 9,
    };
    await org.inside(({ db }) => db.insertInto('indicator_limits').values(later).execute());
    // 03:00 UTC on the tenth is still the ninth in New York
    await send([row(20, '2026-03-09T12:00:00Z'), row(20, '2026-03-10T03:00:00Z'), row(20, '2026-03-10T12:00:00Z')]);
    expect((await sumsOf())[0]).toMatchObject({ n: 3, nOk: 2 });
  });

  it('keep slices apart and add them up', async () => {
    const north = await org.inside((operation) => buildUnit(operation, 'site', 'north'));
    await org.inside((operation) => buildUnit(operation, 'site', 'south'));
    await send([
      row(10, '2026-03-01T12:00:00Z', { site: 'north' }),
      row(20, '2026-03-01T12:00:00Z', { site: 'South' }),
      row(60, '2026-03-01T12:00:00Z'),
    ]);
    expect((await sumsOf({ by: 'site' })).map((sum) => sum.total).sort()).toEqual([1200, 600]);
    expect((await sumsOf({ filter: { siteId: north } }))[0]?.total).toBe(600);
    expect((await sumsOf())[0]?.total).toBe(5400);
  });

  it('stay exact when batches of one source arrive together', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => row(i % 50, '2026-03-01T12:00:00Z', { key: `k${i}` }));
    const replies = await Promise.all([send(rows), send(rows), send(rows.toReversed())]);
    expect(replies.reduce((sum, reply) => sum + reply.stored, 0)).toBe(200);
    expect((await sumsOf())[0]).toMatchObject({ n: 200, total: 4 * 60 * ((49 * 50) / 2) });
  });

  it('of one organisation are nowhere in another', async () => {
    await send([row(10, '2026-03-01T12:00:00Z')]);
    const other = await newOrganisation(server);
    const seen = await inOrganisation(server.root, other.orgId, (db) => db.selectFrom('rollup_delta').selectAll().execute());
    expect(seen).toEqual([]);
  });
});
