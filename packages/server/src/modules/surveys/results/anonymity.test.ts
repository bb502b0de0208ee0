import { beforeEach, expect, it } from 'vitest';
import { getBreakdown, getCrossTables, getFunnel, getResults, getTrend, type ResultFilters } from '@zhiheng/contract/surveys/results';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { seededRandom } from '@zhiheng/stats/random';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { releaseAnswers } from '../release-answers.ts';
import { openSurvey } from '../surveys.factory.ts';
import { foldAnswers } from './fold-answers.ts';
import { storeAnswers, type PastAnswer } from './results.factory.ts';

const server = useTestServer();
const minimum = 5;
let org: TestOrganisation;
let survey: Survey;
let segments: string[];

beforeEach(async () => {
  org = await newOrganisation(server);
  survey = await openSurvey(org, { settings: { anonymous: true, minimumGroup: minimum } });
  segments = [];
  for (const code of ['east', 'west'])
    segments.push(
      (await org.call(createUnit, { params: { kind: 'segments' }, body: { code, name: { zh: code, en: code }, parentId: null } })).id,
    );
});

/** Everything that may be asked for, the narrower after the wider: a pair differs by one filter. */
function questions(): readonly (readonly [wide: ResultFilters, narrow: ResultFilters])[] {
  const parts: ResultFilters[] = [...segments.map((segmentId) => ({ segmentId })), { group: 'kind:patient' }, { group: 'kind:visitor' }];
  const periods: ResultFilters[] = [{ until: '2026-01' }, { until: '2026-02' }, { from: '2026-02' }, { from: '2026-03' }];
  const clean: ResultFilters = { quality: 'clean' };
  const single = [...parts, ...periods, clean];
  return single.flatMap((one) => [
    [{}, one] as const,
    ...single.filter((other) => Object.keys(other).every((key) => !(key in one))).map((other) => [one, { ...one, ...other }] as const),
  ]);
}

/** How many people a figure is about; one that is not shown tells nothing. */
async function ask(filters: ResultFilters): Promise<number> {
  const { sections } = await org.call(getResults, { params: { id: survey.id }, query: filters });
  const headline = sections.find(({ measure }) => measure === 'loyalty')?.headline;
  return headline?.kind === 'figure' ? headline.n : 0;
}

/** Each thing asked once, whatever the order of its filters. */
function asker(): (filters: ResultFilters) => Promise<number> {
  const known = new Map<string, Promise<number>>();
  return (filters) => {
    const key = JSON.stringify(Object.entries(filters).sort());
    const answer = known.get(key) ?? ask(filters);
    known.set(key, answer);
    return answer;
  };
}

const isSafe = (difference: number): boolean => difference === 0 || difference >= minimum;

it('no difference of two answers about results is about fewer people than the minimum group', async () => {
  const random = seededRandom(2026);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const before = new Map<string, number>();
  for (let day = 0; day < 6; day++) {
    const at = new Date(Date.UTC(2026, Math.floor(day / 2), 3 + 9 * (day % 2), 4));
    const people = Array.from({ length: 8 + Math.floor(random() * 14) }, (): PastAnswer => ({
      answers: { kind: pick(['patient', 'patient', 'visitor']), 'items.a': pick([1, 3, 5]), again: pick([0, 5, 9, 10]) },
      ...{ at: at.toISOString(), released: false, suspicious: random() < 0.2 },
      ...(random() < 0.8 ? { segmentId: pick(segments) } : {}),
    }));
    await storeAnswers(org, survey, people);
    await releaseAnswers(server.root, at);
    if (day % 3 === 0) await foldAnswers(server.root);
    const seen = asker();
    for (const [wide, narrow] of questions()) {
      const [all, some] = [await seen(wide), await seen(narrow)];
      // What is narrower and shown leaves a rest of nobody or of enough; what is not shown tells nothing.
      if (some > 0) expect([wide, narrow, isSafe(all - some)]).toEqual([wide, narrow, true]);
      const key = JSON.stringify(narrow);
      expect([narrow, isSafe(some - (before.get(key) ?? 0))]).toEqual([narrow, true]);
      before.set(key, some);
    }
    await parts(await seen({}));
  }
  expect(await ask({})).toBeGreaterThan(40);
}, 300_000);

/** Months, groups, cross tables and the funnel show only what is enough. */
async function parts(whole: number): Promise<void> {
  const params = { id: survey.id };
  const { series } = await org.call(getTrend, { params });
  const monthly = (series[0]?.months ?? []).map(({ figure }) => (figure.kind === 'figure' ? figure.n : 0));
  expect(monthly.every((n) => isSafe(n))).toBe(true);
  expect(isSafe(whole - monthly.reduce((sum, n) => sum + n, 0))).toBe(true);
  for (const query of [{ by: 'segment' as const }, { by: 'group' as const, question: 'kind' }]) {
    const { series: beside, rows } = await org.call(getBreakdown, { params, query });
    const shown = (beside[0]?.figures ?? []).map((figure) => (figure.kind === 'figure' ? figure.n : 0));
    expect([...shown, ...rows.map(({ n }) => n)].every((n) => isSafe(n))).toBe(true);
    expect(isSafe(whole - shown.reduce((sum, n) => sum + n, 0))).toBe(true);
  }
  const { tables } = await org.call(getCrossTables, { params });
  for (const { cells } of tables) for (const row of cells) expect(isSafe(row.reduce((sum, cell) => sum + cell, 0))).toBe(true);
  const funnel = await org.call(getFunnel, { params });
  expect([isSafe(funnel.n), isSafe(funnel.suspicious), funnel.flags]).toEqual([true, true, null]);
}

it('tells how many wait, and of versions nothing', async () => {
  const one: PastAnswer = { answers: { kind: 'patient', again: 9 }, released: false };
  await storeAnswers(
    org,
    survey,
    Array.from({ length: 4 }, () => one),
  );
  await releaseAnswers(server.root);
  const results = await org.call(getResults, { params: { id: survey.id } });
  expect(results).toMatchObject({ n: 0, waiting: 4, minimum, versions: [] });
  await storeAnswers(org, survey, [one]);
  await releaseAnswers(server.root);
  expect(await org.call(getResults, { params: { id: survey.id } })).toMatchObject({ n: 5, waiting: 0 });
});
