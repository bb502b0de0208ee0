import { describe, expect, test } from 'vitest';
import * as api from '@zhiheng/contract/diagnosis/signals';
import { createCaseCategory } from '@zhiheng/contract/cases/categories';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { openOne } from '../cases/cases.factory.ts';
import { buildClinic } from '../evaluation/evaluation.factory.ts';
import { calm, observeDays } from './diagnosis.factory.ts';
import { checkSignalRules } from './index.ts';

const server = useTestServer();
const code = 'wait';
const chartWatch = { kind: 'control-chart', indicator: code, bucket: 'day' } as const;
const limitWatch = { kind: 'threshold', indicator: 'on_time', bucket: 'day', level: 'critical', periods: 2 } as const;

async function clinic(values: readonly number[]): Promise<TestOrganisation> {
  const org = await newOrganisation(server);
  await org.inside(buildClinic);
  await org.inside((operation) => observeDays(operation, values));
  return org;
}
/** So many of a hundred on time, each day. */
async function punctual(values: readonly number[]): Promise<TestOrganisation> {
  const org = await clinic([]);
  await org.inside((operation) => observeDays(operation, values, { indicator: 'on_time', n: 100 }));
  return org;
}
/** A minute later than anything was looked at before. */
let minutes = 0;
const look = () => checkSignalRules(server.root, new Date(Date.now() + ++minutes * 60_000));
const active = async (org: TestOrganisation) => (await org.call(api.listSignals, { query: { state: 'active' } })).items;

describe('the control chart', () => {
  test('has the limits of the book: mean, and mean moving range over d2', async () => {
    const org = await clinic([...calm, 30, 31, 29, 30, 60]);
    const chart = await org.call(api.readControlChart, { params: { code }, query: { bucket: 'day', points: 60, baseline: 20 } });
    const center = calm.reduce((sum, each) => sum + each, 0) / 20;
    const meanRange = calm.slice(1).reduce((sum, each, at) => sum + Math.abs(each - (calm[at] ?? 0)), 0) / 19;
    // Montgomery (2013), Appendix VI: d2 = 1.128 and D4 = 3.267 for two values
    expect(chart.chart).toMatchObject({ kind: 'individuals-chart', center, baseline: 20 });
    if (chart.chart.kind !== 'individuals-chart') throw new Error('a chart');
    expect(chart.chart.limits[1]).toBeCloseTo(center + (3 * meanRange) / 1.128, 2);
    expect(chart.chart.range.upper).toBeCloseTo(3.267 * meanRange, 2);
    expect(chart.chart.signals.at(-1)).toEqual({ bucket: chart.points.at(-1)?.bucket, rules: ['beyond-three-sigma'] });
    expect(chart.points).toHaveLength(25);
  });

  test('says what it needs where there is too little, and where nothing moves', async () => {
    const few = await clinic([30, 31, 32]);
    const read = (org: TestOrganisation) => org.call(api.readControlChart, { params: { code }, query: { bucket: 'day' } });
    expect((await read(few)).chart).toEqual({ kind: 'insufficient', n: 3, needed: 8 });
    expect((await read(await clinic(Array.from({ length: 20 }, () => 30)))).chart).toMatchObject({ kind: 'undetermined' });
    expect((await few.refusal(api.readControlChart, { params: { code: 'nothing' } })).code).toBe('not_found');
  });
});

describe('signals', () => {
  test('are raised once, kept while they last, cleared when they are over, and noted', async () => {
    const org = await clinic([...calm, 30, 31, 29, 90]);
    const rule = await org.call(api.createSignalRule, { body: { watch: { ...chartWatch, baseline: 20, rules: ['beyond-three-sigma'] } } });
    await look();
    const [raised] = await active(org);
    expect(raised).toMatchObject({
      kind: 'control-chart',
      severity: 'high',
      indicator: code,
      state: 'raised',
      detail: { side: 'worse', value: 90 },
    });
    await look();
    expect(await active(org)).toHaveLength(1);
    expect(await eventsOf(org, 'signal.raised')).toHaveLength(1);
    const id = raised?.id ?? '';
    expect(await org.call(api.acknowledgeSignal, { params: { id }, body: { note: '查过了' } })).toMatchObject({
      state: 'acknowledged',
      acknowledgedBy: 'Ada',
    });
    await org.call(api.updateSignalRule, { params: { id: rule.id }, body: { version: 1, enabled: false } });
    expect(await org.call(api.getSignal, { params: { id } })).toMatchObject({ state: 'cleared', note: '查过了' });
    expect((await eventsOf(org)).slice(-2).map(({ type }) => type)).toEqual(['signal.cleared', 'signal-rule.changed']);
  });

  test('a limit must be missed so many periods running', async () => {
    const org = await punctual([97, 70, 96, 75]);
    await org.call(api.createSignalRule, { body: { watch: limitWatch } });
    await look();
    expect(await active(org)).toEqual([]);
    const worse = await punctual([97, 70, 75]);
    await worse.call(api.createSignalRule, { body: { watch: limitWatch } });
    await look();
    expect(await active(worse)).toMatchObject([
      { kind: 'threshold', severity: 'high', detail: { limit: 80, value: 75, n: 100, periods: 2 } },
    ]);
    const few = await clinic(calm);
    const { id } = await few.call(api.createSignalRule, { body: { watch: { ...limitWatch, indicator: code } } });
    await look();
    expect((await few.call(api.listSignalRules)).items).toMatchObject([{ id, obstacle: 'too_few' }]);
    expect((await worse.refusal(api.createSignalRule, { body: { watch: { ...limitWatch, indicator: 'visits' } } })).errors).toMatchObject([
      { path: 'watch.level', code: 'no_limit' },
    ]);
    expect((await worse.refusal(api.createSignalRule, { body: { watch: { ...limitWatch, indicator: 'nothing' } } })).errors).toMatchObject([
      { path: 'watch.indicator', code: 'unknown_indicator' },
    ]);
  });

  test('a forecast warns of a limit ahead, says how well it did, and is silent where it has no skill', async () => {
    // A rise of 0.3 minutes a day with a season of seven days: 60 is crossed within four weeks.
    const rising = Array.from({ length: 90 }, (_, at) => 26 + 0.3 * at + (at % 7 === 0 ? 6 : 0) + ((at * 7919) % 5) / 5);
    const org = await clinic(rising);
    const watch = { kind: 'forecast', indicator: code, bucket: 'day', level: 'critical', horizon: 28 } as const;
    await org.call(api.createSignalRule, { body: { watch } });
    await look();
    const [ahead] = await active(org);
    expect(ahead).toMatchObject({ kind: 'forecast', detail: { level: 'critical', limit: 60 } });
    const read = await org.call(api.readForecast, { params: { code }, query: { bucket: 'day', horizon: 28 } });
    if (read.outcome.kind !== 'forecast') throw new Error('a forecast');
    expect(read.outcome.values).toHaveLength(28);
    // the day of the crossing by the line itself: 26 + 0.3 t + mean season 6/7 + 0.4 = 60 at t = 109.1
    expect(read.outcome.values.at(-1)?.value).toBeCloseTo(26 + 0.3 * 117 + 0.4 + (117 % 7 === 0 ? 6 : 0), 0);
    expect(read.outcome.accuracy?.scaledError).toBeLessThan(1);
    const noise = await clinic(Array.from({ length: 90 }, (_, at) => 45 + (((at * 104_729) % 101) - 50) / 5));
    const rule = await noise.call(api.createSignalRule, { body: { watch } });
    await look();
    expect(await active(noise)).toEqual([]);
    expect((await noise.call(api.listSignalRules)).items.find(({ id }) => id === rule.id)?.checkedAt).not.toBeNull();
  });
});

describe('hot spots', () => {
  const spotWatch: api.Watch = { kind: 'hot-spot', of: 'complaints', by: ['category'], weeks: 20, falseShare: 0.05, least: 5 };

  /** So many complaints in each of the last whole weeks, the oldest first. */
  async function complain(org: TestOrganisation, categoryId: string, weeks: readonly number[]): Promise<void> {
    const monday = Date.now() - (((new Date(Date.now() + 8 * 3_600_000).getUTCDay() + 6) % 7) * 24 + 0) * 3_600_000;
    for (const [at, count] of weeks.entries())
      for (let one = 0; one < count; one++)
        await openOne(org, {
          ...{ type: 'complaint', categoryId, severity: 'minor' },
          openedAt: new Date(monday - (weeks.length - at) * 7 * 86_400_000 + one * 3_600_000).toISOString(),
        });
  }

  test('a week far above its own history is one; a few cases in a quiet place are none', async () => {
    const org = await newOrganisation(server);
    const make = (name: string) => org.call(createCaseCategory, { body: { code: name, name: { zh: `${name}类`, en: name } } });
    const [loud, quiet] = [await make('loud'), await make('quiet')];
    await complain(org, loud.id, [1, 2, 1, 2, 1, 1, 2, 1, 2, 1, 1, 2, 1, 12]);
    await complain(org, quiet.id, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3]);
    const { items, tested } = await org.call(api.readHotSpots, { query: { by: 'category', weeks: 20 } });
    expect(tested).toBe(2);
    expect(items).toMatchObject([
      { id: loud.id, count: 12, isHot: true, spread: 'poisson' },
      { id: quiet.id, count: 3, isHot: false },
    ]);
    // scipy 1.17.1: binomtest(12, 30, 1 / 14, alternative='greater').pvalue
    expect(items[0]?.probability).toBeCloseTo(4.490610569969843e-7, 12);
    await org.call(api.createSignalRule, { body: { watch: spotWatch } });
    await look();
    expect(await active(org)).toMatchObject([{ kind: 'hot-spot', name: { en: 'loud' }, severity: 'high', detail: { count: 12 } }]);
  });
});

test('what a scorecard shows first is watched by one click, each once', async () => {
  const org = await clinic(calm);
  const first = await org.call(api.watchHeadline);
  expect(first.items.map(({ watch }) => watch.kind)).toContain('hot-spot');
  expect((await org.call(api.watchHeadline)).items).toHaveLength(first.items.length);
  const [rule] = first.items;
  await org.call(api.deleteSignalRule, { params: { id: rule?.id ?? '' } });
  expect((await org.call(api.listSignalRules)).items).toHaveLength(first.items.length - 1);
});
