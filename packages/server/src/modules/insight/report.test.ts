import { beforeEach, describe, expect, it } from 'vitest';
import { createScorecard } from '@zhiheng/contract/evaluation/scores';
import { readDailyPercentiles, readIndicatorReport } from '@zhiheng/contract/insight/board';
import { addBenchmark } from '@zhiheng/contract/measurement/indicators';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { buildClinic, clinicCard, clinicSamples, observe, type Sample } from '../evaluation/evaluation.factory.ts';

const server = useTestServer();
let org: TestOrganisation;
let units: Awaited<ReturnType<typeof buildClinic>>;

beforeEach(async () => {
  org = await newOrganisation(server);
  units = await org.inside(buildClinic);
  await org.call(createScorecard, { body: clinicCard });
});

const store = (samples: readonly Sample[]) => org.inside((operation) => observe(operation, samples));
const report = (code: string, query: object = {}) => org.call(readIndicatorReport, { params: { code }, query });
const near = (value: number | null | undefined, expected: number) => expect(Math.abs((value ?? 0) / expected - 1)).toBeLessThan(0.0101);

describe('the report of an indicator', () => {
  beforeEach(() => store(clinicSamples));

  it('sums up the sample behind the figure', async () => {
    const { period, from, to, figure, summary, limits, indicator } = await report('wait');
    expect({ period, from, to }).toEqual({ period: '2024-03', from: '2024-02-29T16:00:00.000Z', to: '2024-03-31T16:00:00.000Z' });
    expect(indicator).toMatchObject({ code: 'wait', unit: 'min', benchmarks: [] });
    expect(figure).toMatchObject({ value: 48, n: 5, previous: 30 });
    expect(limits).toEqual({ version: 1, validFrom: '2000-01-01', target: 30, warning: 45, critical: 60 });
    // 20, 40, 50, 60, 70: squared deviations 784 + 64 + 4 + 144 + 484 = 1,480, divided by 4
    expect(summary).toMatchObject({ n: 5, mean: 48, min: 20, max: 70, sum: 240, attained: 20 });
    expect(summary.sd).toBeCloseTo(Math.sqrt(370), 9);
    expect(summary.attainedInterval?.map((x) => Number(x.toFixed(6)))).toEqual([3.622411, 62.446537]);
    near(summary.percentiles?.p50, 50);
    near(summary.percentiles?.p95, 70);
  });

  it('shows a year by month or the period by day', async () => {
    const months = await report('wait');
    expect(months.trend).toHaveLength(12);
    expect(months.trend.slice(-2)).toMatchObject([
      { bucket: '2024-02', value: 30, n: 1, target: 30 },
      { bucket: '2024-03', value: 48, n: 5, target: 30 },
    ]);
    near(months.trend.at(-1)?.p50, 50);
    const days = await report('wait', { grain: 'day' });
    expect(days.trend).toHaveLength(31);
    expect(days.trend.filter((point) => point.value !== null).map(({ bucket, value }) => [bucket, value])).toEqual([
      ['2024-03-01', 20],
      ['2024-03-10', 40],
      ['2024-03-11', 50],
      ['2024-03-12', 60],
      ['2024-03-13', 70],
    ]);
  });

  it('compares slices, worst first, and benchmarks', async () => {
    const source = { zh: '某年报', en: 'A yearbook' };
    await org.call(addBenchmark, {
      params: { code: 'wait' },
      body: { kind: 'industry', value: 40, source, url: null, asOf: '2023-12-31' },
    });
    const { slices, comparisons } = await report('wait', { by: 'site' });
    expect(slices).toMatchObject([
      { id: units.south, value: 60, n: 3, status: 'missed' },
      { id: units.north, value: 30, n: 2, status: 'met' },
    ]);
    expect(comparisons).toMatchObject([{ benchmark: { value: 40, source }, gap: 8 }]);
  });

  it('opens a formula into its inputs', async () => {
    const { figure, inputs, summary } = await report('complaint_rate');
    expect(figure).toMatchObject({ value: 15, n: 2 });
    expect(inputs.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['complaints', 15],
      ['visits', 10_000],
    ]);
    expect(summary).toMatchObject({ n: 2, mean: null, percentiles: null });
  });

  it('of a share has neither spread nor distribution', async () => {
    const { summary, trend } = await report('on_time');
    expect(summary).toMatchObject({ n: 300, sum: 260, sd: null, percentiles: null, attained: null });
    expect(trend.at(-1)).toMatchObject({ p50: null });
  });

  it('of a period without data, or of a slice, says so', async () => {
    const { figure, summary, slices } = await report('wait', { period: '2022-Q2' });
    expect(figure).toMatchObject({ value: null, n: 0, status: 'unknown' });
    expect(summary).toMatchObject({ n: 0, mean: null });
    expect(slices).toEqual([]);
    expect((await report('wait', { siteId: units.south })).figure).toMatchObject({ value: 60, n: 3 });
  });

  it('refuses what cannot be answered', async () => {
    expect(await org.refusal(readIndicatorReport, { params: { code: 'nobody' } })).toMatchObject({
      status: 404,
      params: { kind: 'indicator' },
    });
    expect(await org.refusal(readIndicatorReport, { params: { code: 'wait' }, query: { period: '2024-13' } })).toMatchObject({
      status: 422,
    });
    for (const path of ['wait?grain=hour', 'wait?by=moon', 'Wait', 'wait?siteId=x']) {
      const answer = await server.app.inject({ url: `/api/v1/indicator-reports/${path}`, headers: { cookie: org.cookie } });
      expect(answer.statusCode).toBe(422);
    }
  });
});

describe('daily percentiles', () => {
  const range = { from: '2024-03-01', to: '2024-03-02' };
  const percentiles = (code: string, query: { from: string; to: string; siteId?: string }) =>
    org.call(readDailyPercentiles, { params: { code }, query });

  it('are those of each day in the zone of the organisation', async () => {
    const minutes = Array.from({ length: 100 }, (_, index) => index + 1);
    await store(minutes.map((minute): Sample => ['wait', '2024-03-01T00:00', minute, minute % 2 === 0 ? 'north' : 'south']));
    await store([['wait', '2024-03-02T23:59', 7, 'north']]);
    const { days } = await percentiles('wait', range);
    expect(days.map(({ day, n }) => [day, n])).toEqual([
      ['2024-03-01', 100],
      ['2024-03-02', 1],
    ]);
    near(days[0]?.p50, 50);
    near(days[0]?.p90, 90);
    near(days[0]?.p95, 95);
    near(days[0]?.p99, 99);
    expect(days[1]).toMatchObject({ p50: 7, p99: 7 });
    expect((await percentiles('wait', { ...range, siteId: units.south })).days).toMatchObject([{ day: '2024-03-01', n: 50 }]);
  });

  it('are not invented for shares and formulas', async () => {
    await store(clinicSamples);
    expect(await percentiles('on_time', range)).toEqual({ days: [] });
    expect(await percentiles('complaint_rate', range)).toEqual({ days: [] });
  });

  it.each([
    [{ from: '2024-03-02', to: '2024-03-01' }, 'before_from'],
    [{ from: '2020-01-01', to: '2024-03-01' }, 'too_many_days'],
    [{ from: '9999-12-01', to: '9999-12-31' }, 'out_of_range'],
    [{ from: '0001-01-01', to: '2024-03-01' }, 'out_of_range'],
  ])('refuse %j', async (query, code) => {
    expect(await org.refusal(readDailyPercentiles, { params: { code: 'wait' }, query })).toMatchObject({ status: 422, errors: [{ code }] });
  });

  it('refuse a day that does not exist', async () => {
    const answer = await server.app.inject({
      url: '/api/v1/indicator-reports/wait/daily-percentiles?from=2024-02-30&to=2024-03-01',
      headers: { cookie: org.cookie },
    });
    expect(answer.statusCode).toBe(422);
  });
});
