import { beforeEach, describe, expect, it } from 'vitest';
import { createScorecard } from '@zhiheng/contract/evaluation/scores';
import { readBoard } from '@zhiheng/contract/insight/board';
import { sendObservations } from '@zhiheng/contract/measurement/observations';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { buildClinic, clinicCard, clinicSamples, observe, type Sample } from '../evaluation/evaluation.factory.ts';
import { compact } from '../measurement/index.ts';

const server = useTestServer();
let org: TestOrganisation;
let units: Awaited<ReturnType<typeof buildClinic>>;

beforeEach(async () => {
  org = await newOrganisation(server);
  units = await org.inside(buildClinic);
});

const store = (samples: readonly Sample[]) => org.inside((operation) => observe(operation, samples));
const board = (query: object = {}) => org.call(readBoard, { query });
const rounded = (values: readonly (number | null)[]) => values.map((value) => (value === null ? null : Number(value.toFixed(6))));

describe('the board', () => {
  beforeEach(async () => {
    await org.call(createScorecard, { body: clinicCard });
    await store(clinicSamples);
  });

  it('shows the newest month with data, and how much was measured in it', async () => {
    const { period, periods, asOf, scope, scorecard } = await board();
    expect({ period, periods }).toEqual({ period: '2024-03', periods: ['2024-03', '2024-02', '2024-01'] });
    expect(scope).toEqual({ services: 1, sites: 2, series: 10, observations: 5 + 300 + 4 + 2 + 2 });
    expect(Math.abs(Date.parse(asOf ?? '') - Date.now())).toBeLessThan(60_000);
    expect(scorecard).toMatchObject({ code: 'quality', settings: { minimum_n: 2 } });
  });

  it('shows the same whether deltas are merged or not', async () => {
    const before = await board();
    await compact(server.root, org.orgId);
    expect(await board()).toEqual(before);
  });

  it('heads with the figures of the scorecard and their twelve months', async () => {
    const { headline } = await board();
    expect(headline.map(({ figure }) => figure.indicator)).toEqual(clinicCard.headline);
    const [onTime] = headline;
    expect(onTime?.figure).toMatchObject({ n: 300, status: 'missed', target: 95, previous: 98 });
    expect(onTime?.trend.map((point) => point.bucket)).toEqual(
      ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2023-${month}`).concat('2024-01', '2024-02', '2024-03'),
    );
    expect(rounded(onTime?.trend.slice(8).map((point) => point.value) ?? [])).toEqual([null, null, 98, 86.666667]);
    expect(rounded(onTime?.trend.at(-1)?.interval ?? [])).toEqual([82.352824, 90.053358]);
  });

  it('shows the index with its tree, target and trend', async () => {
    const { index } = await board();
    expect(index?.root.score).toBeCloseTo(55.6, 9);
    expect(index?.root.children.map((child) => child.code)).toEqual(['speed', 'voice']);
    expect(index?.target).toBe(90);
    expect(rounded(index?.trend.slice(-4).map((point) => point.score) ?? [])).toEqual([null, 100, 100, 55.6]);
    expect(rounded(index?.trend.slice(-4).map((point) => point.coverage) ?? [])).toEqual([0, 0.2, 0.6, 1]);
  });

  it('ranks the slices of the first headline figure, worst first, and marks those wholly below the target', async () => {
    const { ranking } = await board();
    expect(ranking).toMatchObject({ by: 'site', indicator: 'on_time', target: 95 });
    expect(ranking?.slices.map(({ id, value, n, attention }) => ({ id, value, n, attention }))).toEqual([
      { id: units.south, value: 85, n: 200, attention: true },
      { id: units.north, value: 90, n: 100, attention: true },
    ]);
  });

  it('ranks by what is asked for, even a single slice', async () => {
    const { ranking } = await board({ by: 'service' });
    expect(ranking?.slices).toMatchObject([{ id: units.desk, n: 300 }]);
    expect((await board({ by: 'team' })).ranking).toBeNull();
  });

  it('lists what asks for attention, the most severe first', async () => {
    const { attention, attentionTotal } = await board();
    expect(attention.map(({ severity, kind, indicator, slice }) => [severity, kind, indicator, slice?.en ?? null])).toEqual([
      ['urgent', 'missed', 'on_time', null],
      ['urgent', 'missed', 'wait', null],
      ['watch', 'slice_missed', 'on_time', 'north'],
      ['watch', 'slice_missed', 'on_time', 'south'],
      ['watch', 'slice_missed', 'wait', 'south'],
      ['note', 'near', 'complaint_rate', null],
      ['note', 'near', 'satisfaction', null],
    ]);
    expect(attentionTotal).toBe(7);
    expect(attention[1]?.params).toMatchObject({ value: 48, target: 30, warning: 45, unit: 'min', n: 5 });
  });

  it('says what went silent, what was never measured, and what waits in quarantine', async () => {
    await org.call(sendObservations, { body: [{ indicator: 'nobody', at: '2024-03-01T00:00:00Z', value: 1 }] });
    const { attention } = await board({ period: '2024-02' });
    expect(attention.map(({ severity, kind, indicator, params }) => ({ severity, kind, indicator, params }))).toEqual([
      { severity: 'watch', kind: 'no_data', indicator: 'satisfaction', params: { lastSeen: '2024-01' } },
      { severity: 'watch', kind: 'quarantine', indicator: null, params: { rows: 1 } },
      expect.objectContaining({ severity: 'note', kind: 'few_answers', indicator: 'wait' }),
      { severity: 'note', kind: 'no_data', indicator: null, params: { count: 1, of: 4 } },
    ]);
  });

  it('speaks of a slice when one is asked for', async () => {
    const { scope, headline, attention } = await board({ siteId: units.north });
    expect(scope).toMatchObject({ sites: 1, series: 5, observations: 2 + 100 + 2 + 1 + 1 });
    expect(headline[0]?.figure).toMatchObject({ value: 90, n: 100 });
    expect(attention.some((item) => item.slice?.en === 'south')).toBe(false);
  });

  it('adds a quarter up from its observations', async () => {
    const { period, headline, index, scope } = await board({ period: '2024-Q1' });
    expect(period).toBe('2024-Q1');
    expect(headline[0]?.figure).toMatchObject({ value: 89.5, n: 400, previous: null });
    expect(index?.root.score).toBeCloseTo(65.15, 9);
    expect(index?.trend.at(-1)?.bucket).toBe('2024-03');
    expect(scope.observations).toBe(313 + 101 + 1);
  });

  it('compares a month with the one before beyond chance only', async () => {
    // 980 of 1,000 then 960 of 1,000 is worse beyond chance and still meets the target; 98 then 96 of 100 is not
    await store([
      ['on_time', '2022-01-10T09:00', 980, 'north', 1000],
      ['on_time', '2022-02-10T09:00', 960, 'north', 1000],
      ['on_time', '2021-01-10T09:00', 98, 'north', 100],
      ['on_time', '2021-02-10T09:00', 96, 'north', 100],
    ]);
    const kinds = async (period: string) =>
      (await board({ period })).attention.filter((item) => item.indicator === 'on_time').map((item) => item.kind);
    expect(await kinds('2022-02')).toEqual(['worsened']);
    expect(await kinds('2021-02')).toEqual([]);
  });
});

describe('the board of an organisation', () => {
  it('without scorecard and data is empty and says so', async () => {
    const empty = await board();
    const month = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(new Date());
    expect(empty).toMatchObject({
      period: month,
      periods: [],
      asOf: null,
      scorecard: null,
      headline: [],
      index: null,
      ranking: null,
      attention: [],
    });
    expect(empty.scope).toEqual({ services: 0, sites: 0, series: 0, observations: 0 });
  });

  it('without data but with a scorecard has no score and no grade', async () => {
    await org.call(createScorecard, { body: clinicCard });
    const { index, ranking, headline } = await board();
    expect(index?.root).toMatchObject({ score: null, coverage: 0, grade: null });
    expect(ranking).toBeNull();
    expect(headline.map(({ figure }) => figure.value)).toEqual([null, null, null, null]);
  });

  it('with data of the future still shows the present', async () => {
    await org.call(createScorecard, { body: clinicCard });
    await store([['wait', '2024-03-01T09:00', 20, 'north']]);
    await org.inside(async ({ db, orgId }) => {
      const row = await db
        .selectFrom('rollup_delta')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('grain', '=', 'month')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('rollup_delta')
        .values({ ...row, bucket: new Date('2090-01-01T00:00:00+08:00') as never })
        .execute();
    });
    const { period, periods } = await board();
    expect({ period, periods }).toEqual({ period: '2024-03', periods: ['2090-01', '2024-03'] });
  });

  it('is not shown to those who may not read it, nor to others', async () => {
    await org.call(createScorecard, { body: clinicCard });
    await store(clinicSamples);
    expect(await org.refusal(readBoard, {}, { cookie: await org.as('customer') })).toMatchObject({ status: 403 });
    expect(await org.refusal(readBoard, {}, { cookie: null })).toMatchObject({ status: 401 });
    const other = await newOrganisation(server);
    expect(await other.call(readBoard)).toMatchObject({ periods: [], scope: { series: 0 } });
    expect((await other.call(readBoard, { query: { siteId: units.north, period: '2024-03' } })).scope.series).toBe(0);
  });

  it.each(['period=2024-13', 'period=%00', 'by=planet', 'siteId=1', 'scorecard=..%2F', 'period=2024-03&period=2024-02'])(
    'refuses the query %s',
    async (query) => {
      const answer = await server.app.inject({ url: `/api/v1/board?${query}`, headers: { cookie: org.cookie } });
      expect(answer.statusCode).toBe(422);
    },
  );
});
