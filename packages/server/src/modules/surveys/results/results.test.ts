import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Figure } from '@zhiheng/contract/surveys/figure';
import { getBreakdown, getCrossTables, getFunnel, getResults, getTrend, type ResultFilters } from '@zhiheng/contract/surveys/results';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { publishSurvey, saveSurvey, type Survey } from '@zhiheng/contract/surveys/surveys';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { anybody, answer, openSurvey, openWay, runOn, visitForm } from '../surveys.factory.ts';
import { foldAnswers, rebuildSurveySums } from './fold-answers.ts';
import { storeAnswers, storedSums, type PastAnswer } from './results.factory.ts';
import { withdrawAnswers } from './withdraw-answers.ts';

const server = useTestServer();
let org: TestOrganisation;
let survey: Survey;
beforeEach(async () => {
  org = await newOrganisation(server);
  survey = await openSurvey(org, { settings: { minimumGroup: 3 } });
});

const said = (again: number, more: Partial<PastAnswer> = {}): PastAnswer => ({
  answers: { kind: 'patient', 'items.a': 4, again },
  ...more,
});
const resultsOf = (query: ResultFilters = {}) => org.call(getResults, { params: { id: survey.id }, query });
const loyalty = async (query: ResultFilters = {}): Promise<Figure | null | undefined> =>
  (await resultsOf(query)).sections.find(({ measure }) => measure === 'loyalty')?.headline;
const times = <T>(count: number, each: T): T[] => Array.from({ length: count }, () => each);

/** Folds until nothing waits: transactions of other tests may hold the log back. */
async function foldAll(): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    await foldAnswers(server.root);
    const { rows } = await sql`select from survey_response r left join survey_fold f using (org_id)
      where r.org_id = ${org.orgId} and r.xid >= coalesce(f.upto, '0') limit 1`.execute(server.owner);
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('answers are still not folded');
}

describe('an answer', () => {
  it('counts as soon as it is submitted, and is counted once after folding', async () => {
    const run = await runOn(org, await openWay(org, survey));
    for (const again of [10, 9, 8, 2]) await answer(org, run, { answers: { kind: 'patient', again } });
    expect(await loyalty()).toMatchObject({ kind: 'figure', n: 4, value: 25 });
    await foldAll();
    expect(await loyalty()).toMatchObject({ kind: 'figure', n: 4, value: 25 });
    await answer(org, run, { answers: { kind: 'patient', again: 10 } });
    expect(await loyalty()).toMatchObject({ n: 5, value: 40 });
  });

  it('of somebody who was not meant is counted apart', async () => {
    const run = await runOn(org, await openWay(org, survey));
    await answer(org, run, { answers: { kind: 'staff' } });
    expect(await resultsOf()).toMatchObject({ n: 0 });
    expect(await org.call(getFunnel, { params: { id: survey.id } })).toMatchObject({ n: 0, screenedOut: 1 });
  });

  it('is in no figure while too few have answered', async () => {
    await storeAnswers(org, survey, times(2, said(10)));
    const { sections, questions, n } = await resultsOf();
    expect(n).toBe(2);
    expect(sections.map(({ headline }) => headline?.kind)).toEqual(['insufficient', 'insufficient']);
    expect(questions.find(({ field }) => field === 'kind')).toMatchObject({ n: 2, counts: null });
  });
});

describe('the sums', () => {
  it('are rebuilt to the same bytes', async () => {
    await storeAnswers(org, survey, [
      said(3, { at: '2026-01-31T15:59:00Z' }),
      said(9, { at: '2026-01-31T16:01:00Z' }),
      said(10, { suspicious: true }),
    ]);
    await foldAll();
    await storeAnswers(org, survey, times(5, said(7)));
    await foldAll();
    const before = await storedSums(org);
    // The first is still January in Shanghai, the second February: all, January, February and March, two of them also of the suspicious one.
    expect(before.filter(({ key }) => key.includes('total'))).toHaveLength(6);
    await rebuildSurveySums(server.root, org.orgId);
    await foldAll();
    expect(await storedSums(org)).toEqual(before);
  });

  it('miss nothing of a transaction that is held open, and take nothing twice', async () => {
    const run = await runOn(org, await openWay(org, survey));
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const slow = org.inside(async ({ db, orgId }) => {
      await sql`insert into survey_response (org_id, id, survey_id, version_id, at, language, state, scales, rest, groups, released_at)
        select ${orgId}::uuid, gen_random_uuid(), ${survey.id}::uuid, ${run.versionId}::uuid, now(), 'zh', 'complete', '{4,null,null,null,null,10}',
          '{"kind":"patient"}', '{patient}', now() from generate_series(1, 7)`.execute(db);
      begun();
      await held;
    });
    await hasBegun;
    for (let i = 0; i < 5; i++) {
      await Promise.all(times(4, 0).map(() => answer(org, run, { answers: { kind: 'patient', again: 0 } })));
      await foldAnswers(server.root);
      expect(await loyalty()).toMatchObject({ n: 4 * (i + 1), value: -100 });
    }
    release();
    await slow;
    expect(await loyalty()).toMatchObject({ n: 27 });
    await foldAll();
    expect(await loyalty()).toMatchObject({ n: 27 });
    const before = await storedSums(org);
    await rebuildSurveySums(server.root, org.orgId);
    await foldAll();
    expect(await storedSums(org)).toEqual(before);
  });

  it('give back what is corrected or undone, in the same transaction', async () => {
    const ids = await storeAnswers(org, survey, [...times(4, said(10)), said(0), said(1)]);
    await foldAll();
    const bad = ids.slice(4);
    await org.inside(async (operation) => {
      await withdrawAnswers(operation, bad.slice(0, 1));
      await sql`update survey_response set suspicious = true where org_id = ${operation.orgId} and id = ${bad[0]}`.execute(operation.db);
      await withdrawAnswers(operation, bad.slice(1));
      await sql`delete from survey_response where org_id = ${operation.orgId} and id = ${bad[1]}`.execute(operation.db);
    });
    expect(await loyalty()).toMatchObject({ n: 5, value: 60 });
    expect(await loyalty({ quality: 'clean' })).toMatchObject({ n: 4, value: 100 });
    await foldAll();
    expect(await resultsOf()).toMatchObject({ n: 5, clean: 4 });
    const before = await storedSums(org);
    await rebuildSurveySums(server.root, org.orgId);
    await foldAll();
    expect(await storedSums(org)).toEqual(before);
  });

  it('are told anew when the zone of the organisation changes', async () => {
    await storeAnswers(org, survey, times(3, said(10, { at: '2026-01-31T16:01:00Z' })));
    await foldAll();
    expect(await loyalty({ from: '2026-02', until: '2026-02' })).toMatchObject({ n: 3 });
    await sql`update organisation set time_zone = 'UTC' where org_id = ${org.orgId}`.execute(server.owner);
    expect(await loyalty({ from: '2026-02', until: '2026-02' })).toMatchObject({ kind: 'insufficient', n: 0 });
    await foldAll();
    expect(await loyalty({ from: '2026-01', until: '2026-01' })).toMatchObject({ n: 3 });
    expect(await loyalty()).toMatchObject({ n: 3 });
  });
});

describe('filters and comparisons', () => {
  it('take a service, a segment, a group and a month, alone and together', async () => {
    const { id: segmentId } = await org.call(createUnit, {
      params: { kind: 'segments' },
      body: { code: 'vip', name: { zh: '贵宾', en: 'VIP' }, parentId: null },
    });
    const visitor = { answers: { kind: 'visitor', again: 2 } };
    await storeAnswers(org, survey, [
      ...times(3, said(10, { segmentId })),
      ...times(3, said(0)),
      ...times(4, { ...visitor, segmentId, at: '2026-04-10T00:00:00Z' }),
      ...times(5, { ...visitor, at: '2026-04-10T00:00:00Z' }),
    ]);
    const check = async () => {
      expect(await loyalty({ segmentId })).toMatchObject({ n: 7 });
      expect(await loyalty({ group: 'kind:visitor' })).toMatchObject({ n: 9, value: -100 });
      expect(await loyalty({ segmentId, group: 'kind:patient' })).toMatchObject({ n: 3, value: 100 });
      expect(await loyalty({ segmentId, from: '2026-04' })).toMatchObject({ n: 4, value: -100 });
      expect(await loyalty({ segmentId, group: 'kind:visitor', until: '2026-03' })).toMatchObject({ kind: 'insufficient', n: 0 });
    };
    await check();
    await foldAll();
    await check();
    const trend = await org.call(getTrend, { params: { id: survey.id }, query: { segmentId } });
    expect(trend.series[0]?.months).toMatchObject([
      { month: '2026-03', figure: { n: 3, value: 100 } },
      { month: '2026-04', figure: { n: 4, value: -100 } },
    ]);
    const bySegment = await org.call(getBreakdown, { params: { id: survey.id }, query: { by: 'segment' } });
    expect(bySegment.rows).toMatchObject([{ key: segmentId, n: 7, name: { en: 'VIP' } }]);
    const byGroup = await org.call(getBreakdown, { params: { id: survey.id }, query: { by: 'group', question: 'kind', segmentId } });
    expect(byGroup.rows).toMatchObject([
      { key: 'patient', n: 3 },
      { key: 'visitor', n: 4 },
    ]);
    expect(byGroup.series[0]).toMatchObject({ measure: 'loyalty', figures: [{ value: 100 }, { value: -100 }], differs: true });
  });

  it('cross groups with questions, the tests corrected for their number', async () => {
    await storeAnswers(org, survey, [...times(30, said(10)), ...times(30, { answers: { kind: 'visitor', 'items.a': 4, again: 2 } })]);
    await foldAll();
    const { tables } = await org.call(getCrossTables, { params: { id: survey.id } });
    const again = tables.find(({ field }) => field.key === 'again');
    // The statistic of a 2 × 2 table of 30, 0, 0, 30 is n.
    expect(again).toMatchObject({
      cells: [
        [0, 30],
        [30, 0],
      ],
      statistic: expect.closeTo(60, 9) as number,
      df: 1,
      cramersV: 1,
    });
    expect(again?.adjustedP).toBeGreaterThanOrEqual(again?.p ?? 1);
  });

  it('join the versions of a survey by what they have in common', async () => {
    await storeAnswers(org, survey, times(3, said(10)));
    const pages = visitForm.pages.map((page) => ({ ...page, questions: page.questions.filter(({ key }) => key !== 'items') }));
    const extra = { key: 'ease', type: 'ces' as const, text: { zh: 'Ease', en: 'Ease' } };
    const form = {
      ...visitForm,
      pages: [pages[0]!, { ...pages[1]!, questions: [...pages[1]!.questions, extra] }],
      measures: [visitForm.measures![0]!, { key: 'effort', kind: 'ces' as const, name: { zh: 'Effort', en: 'Effort' }, field: 'ease' }],
    };
    const { version } = await org.call(saveSurvey, { params: { id: survey.id }, body: { version: survey.version, form } });
    survey = await org.call(publishSurvey, { params: { id: survey.id }, body: { version } });
    await storeAnswers(org, survey, times(4, { answers: { kind: 'patient', again: 9, ease: 6 } }));
    const { sections, versions } = await resultsOf();
    expect(versions).toEqual([
      { number: 2, n: 4 },
      { number: 1, n: 3 },
    ]);
    expect(sections).toMatchObject([
      { measure: 'loyalty', versions: [1, 2], headline: { n: 7, value: 100 } },
      { measure: 'effort', versions: [2], headline: { n: 4, value: 6 } },
    ]);
  });
});

it('is nobody else’s', async () => {
  await storeAnswers(org, survey, times(3, said(10)));
  const other = await newOrganisation(server);
  expect(await other.refusal(getResults, { params: { id: survey.id } })).toMatchObject({ status: 404 });
  expect(await org.refusal(getResults, { params: { id: survey.id } }, anybody)).toMatchObject({ status: 401 });
});
