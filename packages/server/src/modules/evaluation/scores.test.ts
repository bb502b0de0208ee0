import { beforeEach, describe, expect, it } from 'vitest';
import { compareScores, createScorecard, readScores, type ScoreNode } from '@zhiheng/contract/evaluation/scores';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { buildIndicator } from '../measurement/measurement.factory.ts';
import { buildClinic, clinicCard, clinicSamples, observe, type Sample } from './evaluation.factory.ts';

const server = useTestServer();
let org: TestOrganisation;
let sites: { readonly north: string; readonly south: string };

beforeEach(async () => {
  org = await newOrganisation(server);
  sites = await org.inside(buildClinic);
  await org.call(createScorecard, { body: clinicCard });
});

const store = (samples: readonly Sample[]) => org.inside((operation) => observe(operation, samples));
const scores = (period: string, more: object = {}) => org.call(readScores, { query: { period, ...more } });
/** A node by its code, anywhere in the tree. */
function node(root: ScoreNode, code: string): ScoreNode {
  const found = [root, ...root.children.flatMap((child) => [child, ...child.children])].find((candidate) => candidate.code === code);
  if (found === undefined) throw new Error(`no node ${code}`);
  return found;
}

describe('scores of a month', () => {
  beforeEach(() => store(clinicSamples));

  it('go from the observations up to the index', async () => {
    const { root, scorecard } = await scores('2024-03');
    expect(scorecard).toBe('quality');
    // wait: (20+40+50+60+70)/5 = 48, between 45 (60 points) and 60 (0): 60·12/15 = 48
    expect(node(root, 'wait')).toMatchObject({ score: 48, figure: { value: 48, n: 5, status: 'missed' } });
    // on time: 260 of 300, between 80 (0) and 90 (60): 60·6.667/10 = 40
    expect(node(root, 'on-time').score).toBeCloseTo(40, 9);
    expect(node(root, 'satisfaction')).toMatchObject({ score: 60, figure: { value: 4, n: 4, status: 'near' } });
    // 15 complaints on 10,000 visits, halfway between 10 (100) and 20 (60)
    expect(node(root, 'complaint-rate')).toMatchObject({
      score: 80,
      figure: { value: 15, n: 2, sufficient: true, interval: null, status: 'near' },
    });
    expect(node(root, 'speed').score).toBeCloseTo(46, 9); // (3·48 + 40)/4
    expect(node(root, 'voice').score).toBeCloseTo(70, 9); // (60 + 80)/2
    expect(root.score).toBeCloseTo(55.6, 9); // (60·46 + 40·70)/100
    expect(root).toMatchObject({ coverage: 1, grade: 'very-poor', previous: 100 });
  });

  it('carry the intervals of the textbook', async () => {
    const { root } = await scores('2024-03');
    const [low, high] = node(root, 'on-time').figure?.interval ?? [0, 0];
    expect([low, high].map((x) => Number(x.toFixed(9)))).toEqual([82.352823794, 90.053358317]); // Wilson, 260 of 300
    const [from, to] = node(root, 'wait').figure?.interval ?? [0, 0];
    expect([from, to].map((x) => Number(x.toFixed(9)))).toEqual([24.116116119, 71.883883881]); // t with 4 degrees of freedom
  });

  it('count what is missing neither as good nor as bad, and show the coverage', async () => {
    const { root } = await scores('2024-02');
    expect(node(root, 'voice')).toMatchObject({ score: null, coverage: 0, grade: null });
    expect(node(root, 'complaint-rate').figure).toMatchObject({ value: null, n: 0, sufficient: false, status: 'unknown' });
    expect(root.score).toBe(100);
    expect(root.coverage).toBeCloseTo(0.6, 9);
    expect(root.grade).toBeNull();
  });

  it('a part that goes missing lowers the coverage and leaves the mean of the rest', async () => {
    const { root } = await scores('2024-01');
    expect(root).toMatchObject({ score: 100, grade: null });
    expect(root.coverage).toBeCloseTo(0.2, 9);
  });

  it('have nothing to say about a period without data', async () => {
    const { root } = await scores('2023-06');
    expect(root).toMatchObject({ score: null, coverage: 0, grade: null, previous: null });
    expect(node(root, 'wait').figure).toMatchObject({ value: null, interval: null });
  });

  it('of a quarter and a year are those of its observations together, not a mean of months', async () => {
    const quarter = await scores('2024-Q1');
    expect(node(quarter.root, 'wait').figure).toMatchObject({ value: 45, n: 6 }); // (30 + 240)/6
    expect(node(quarter.root, 'on-time').figure?.value).toBeCloseTo(89.5, 9); // 358 of 400
    expect(node(quarter.root, 'satisfaction').figure?.value).toBeCloseTo(4.1, 9); // (4.5 + 16)/5
    expect(quarter.root.score).toBeCloseTo(65.15, 9); // 0.6·(3·60+57)/4 + 0.4·(68+80)/2
    expect(quarter.root.grade).toBe('poor');
    const year = await scores('2024');
    expect(year.root.score).toBeCloseTo(65.15, 9);
  });

  it('are those of a slice when one is asked for', async () => {
    const { root } = await scores('2024-03', { siteId: sites.south });
    expect(node(root, 'wait').figure).toMatchObject({ value: 60, n: 3 });
    expect(node(root, 'complaint-rate').figure?.value).toBeCloseTo(16.6667, 4); // 10 of 6,000
    const before = await scores('2024-02', { siteId: sites.south });
    expect(before.root).toMatchObject({ score: null, coverage: 0 });
  });

  it('are those of the newest month with data when no period is named', async () => {
    expect((await org.call(readScores)).period).toBe('2024-03');
  });

  it('compare the slices', async () => {
    const { slices } = await org.call(compareScores, { query: { by: 'site', period: '2024-03' } });
    expect(slices.map((slice) => slice.name.en)).toEqual(['north', 'south']);
    const [north, south] = slices;
    // north: wait 30 → 100, on time 90 → 60, satisfaction 4.5 → 100, 5 of 4,000 = 12.5 → 90
    expect(north?.score).toBeCloseTo(0.6 * 90 + 0.4 * 95, 9);
    expect(north).toMatchObject({ coverage: 1, grade: 'excellent', previous: 100 });
    // south: wait 60 → 0, on time 85 → 30, satisfaction 3.5 → 30, 16.67 → 73.33
    expect(south?.score).toBeCloseTo(0.6 * 7.5 + 0.4 * ((30 + 220 / 3) / 2), 9);
    expect(south).toMatchObject({ previous: null });
    expect(south?.figures.map((figure) => figure.indicator)).toEqual(['on_time', 'wait', 'complaint_rate', 'satisfaction']);
  });

  it('judge a month by the limits in force on its last day', async () => {
    await org.inside(async ({ db, orgId }) => {
      const { id } = await db
        .selectFrom('indicator')
        .select('id')
        .where('org_id', '=', orgId)
        .where('code', '=', 'wait')
        .executeTakeFirstOrThrow();
      const limits = { target: 48, warning: 60, critical: 90 };
      await db
        .insertInto('indicator_limits')
        .values({ org_id: orgId, indicator_id: id, version: 2, valid_from: '2024-03-31', ...limits })
        .execute();
    });
    expect(node((await scores('2024-03')).root, 'wait')).toMatchObject({ score: 100, figure: { target: 48, status: 'met' } });
    expect(node((await scores('2024-02')).root, 'wait').figure).toMatchObject({ target: 30 });
  });
});

describe('figures', () => {
  it('with too few observations have a number and no grade', async () => {
    await store([['wait', '2024-03-10T09:00', 20, 'north']]);
    const { root } = await scores('2024-03');
    expect(node(root, 'wait')).toMatchObject({ score: 100, grade: null, coverage: 1, figure: { n: 1, sufficient: false, interval: null } });
  });

  it('take percentiles from the distribution, within one percent, and their interval by ranks', async () => {
    await org.inside((operation) => buildIndicator(operation, { code: 'wait_p90', aggregate: 'p90' }));
    await org.call(createScorecard, {
      body: { ...clinicCard, code: 'percentiles', headline: [], children: [{ code: 'p90', weight: 1, indicator: 'wait_p90' }] },
    });
    await store(
      Array.from({ length: 200 }, (_, index): Sample => ['wait_p90', '2024-03-10T09:00', index + 1, index % 2 === 0 ? 'north' : 'south']),
    );
    const { root } = await scores('2024-03', { scorecard: 'percentiles' });
    const { value, interval } = node(root, 'p90').figure ?? { value: null, interval: null };
    expect(Math.abs((value ?? 0) / 180 - 1)).toBeLessThan(0.0101);
    // ranks 180 ± 1.96·√(200·0.9·0.1) = 171.7 and 188.3
    expect(Math.abs((interval?.[0] ?? 0) / 172 - 1)).toBeLessThan(0.0101);
    expect(Math.abs((interval?.[1] ?? 0) / 189 - 1)).toBeLessThan(0.0101);
  });

  it('by formula of attained observations have the interval of a share', async () => {
    const limits = { target: 95, warning: 90, critical: 50 };
    await org.inside((operation) =>
      buildIndicator(operation, { code: 'kept', measure: 'formula', unit: '%', direction: 'higher', formula: 'attained(wait)', limits }),
    );
    await org.call(createScorecard, {
      body: { ...clinicCard, code: 'keeping', headline: [], children: [{ code: 'kept', weight: 1, indicator: 'kept' }] },
    });
    await store(clinicSamples);
    const { root } = await scores('2024-03', { scorecard: 'keeping' });
    // one of five waits is within 30 minutes
    expect(node(root, 'kept').figure).toMatchObject({ value: 20, n: 5 });
    const interval = node(root, 'kept').figure?.interval ?? [0, 0];
    expect(interval.map((x) => Number(x.toFixed(6)))).toEqual([3.622411, 62.446537]);
  });

  it('survive a formula that reaches itself', async () => {
    await org.inside(async (operation) => {
      await buildIndicator(operation, { code: 'hen', measure: 'formula', formula: 'egg + 1' });
      await buildIndicator(operation, { code: 'egg', measure: 'formula', formula: 'hen + 1' });
    });
    await org.call(createScorecard, {
      body: { ...clinicCard, code: 'circle', headline: [], children: [{ code: 'hen', weight: 1, indicator: 'hen' }] },
    });
    expect((await scores('2024-03', { scorecard: 'circle' })).root).toMatchObject({ score: null, coverage: 0 });
  });
});

describe('bad requests', () => {
  it.each(['2024-13', '2024-00', '1900-01', '2100'])('refuse the period %s', async (period) => {
    expect(await org.refusal(readScores, { query: { period } })).toMatchObject({
      status: 422,
      errors: [{ path: 'period', code: 'period' }],
    });
  });

  it.each(['period=x', 'period=2024-Q9', 'serviceId=nobody', 'scorecard=No%20Code'])('refuse the query %s', async (query) => {
    const answer = await server.app.inject({ url: `/api/v1/scores?${query}`, headers: { cookie: org.cookie } });
    expect(answer.statusCode).toBe(422);
  });

  it('name what is not there, and whose permission is missing', async () => {
    expect(await org.refusal(readScores, { query: { scorecard: 'nothing' } })).toMatchObject({
      status: 404,
      params: { kind: 'scorecard' },
    });
    const agent = await org.as('service-agent');
    expect(await org.refusal(readScores, {}, { cookie: agent })).toMatchObject({ status: 403, code: 'not_allowed' });
    await expect((await newOrganisation(server)).refusal(readScores)).resolves.toMatchObject({ status: 404 });
  });

  it('show nothing of another organisation', async () => {
    await store(clinicSamples);
    const other = await newOrganisation(server);
    await other.inside(buildClinic);
    await other.call(createScorecard, { body: clinicCard });
    const { root } = await other.call(readScores, { query: { period: '2024-03' } });
    expect(root).toMatchObject({ score: null, coverage: 0 });
    expect((await other.call(compareScores, { query: { by: 'site', period: '2024-03' } })).slices).toEqual([]);
  });
});
