import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { ResultSection } from '@zhiheng/contract/surveys/result-section';
import type { getResults as endpoint } from '@zhiheng/contract/surveys/results';
import type { Measure } from '@zhiheng/forms/definition';
import type { Operation } from '../../../platform/operation.ts';
import { distributionsOf } from './distributions.rules.ts';
import { joinSums, versionsWith } from './joined-sums.rules.ts';
import { optionsOf, wholeName } from './names.rules.ts';
import { readSums, type Version } from './read-sums.ts';
import { readScope, scopeOf, shownOf, type Shown } from './results-scope.ts';
import { bodyOf, mainBlock } from './sections/body-of.rules.ts';
import type { Source } from './sections/section.rules.ts';
import { wantedSums, withinFilters } from './wanted-sums.rules.ts';

type Answer = Reply<typeof endpoint>;

/** What was found out by a survey: a handful of rows of sums, however many answers there are. */
export async function readResults(
  operation: Operation,
  { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>,
): Promise<Answer> {
  const survey = await readScope(operation, params.id);
  const wanted = wantedSums({ filters: query, by: null, months: 'together' });
  const { rows, versions } = await readSums(operation, params.id, wanted);
  const [newest] = versions;
  const head = { name: survey.name, anonymous: survey.anonymous };
  if (newest === undefined) {
    const empty = scopeOf(survey, { n: 0, cleanN: 0 }, operation.now);
    return { ...empty, ...head, languages: [], versions: [], months: [], groups: [], sections: [], questions: [] };
  }
  const { form } = newest.plan;
  const chosen = withinFilters(rows, versions, query);
  const joined = joinSums(chosen, versions, newest.plan);
  const shown = shownOf(survey, joined, query.quality);
  const source: Source = { form, sums: shown.sums, make: shown.make };
  return {
    ...scopeOf(survey, { n: joined.n, cleanN: shown.cleanN }, operation.now),
    ...head,
    languages: [...form.languages],
    versions: survey.anonymous ? [] : versions.map(({ id, number }) => ({ number, n: countOf(chosen, id) })),
    months: await readMonths(operation, params.id),
    groups: form.groups.map((key) => ({ key, name: wholeName(form, key), options: optionsOf(form, key).map((option) => ({ ...option })) })),
    sections: form.measures.map((measure) => sectionOf({ source, shown, versions }, measure)),
    questions: [...distributionsOf(source, versions)],
  };
}

const countOf = (rows: readonly { readonly versionId: string; readonly n: number }[], id: string): number =>
  rows.reduce((sum, { versionId, n }) => (versionId === id ? sum + n : sum), 0);

interface Report {
  readonly source: Source;
  readonly shown: Shown;
  readonly versions: readonly Version[];
}

function sectionOf({ source, shown, versions }: Report, measure: Measure): ResultSection {
  const body = bodyOf(source, measure);
  const frame = { measure: measure.key, name: measure.name, versions: versionsWith(versions, mainBlock(source.form, measure)) };
  // What has no headline has none without suspicious answers either.
  const clean = body.headline === null || shown.clean === null ? null : bodyOf({ ...source, sums: shown.clean }, measure).headline;
  return { ...body, ...frame, clean };
}

/** Months for which there are sums. What came in since the last fold is in one of them or in the present one. */
async function readMonths({ db, orgId, now }: Operation, surveyId: string): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select distinct month from (
      select month from survey_sum where org_id = ${orgId} and survey_id = ${surveyId} and scope = 'total' and month <> ''
      union all select to_char(${now}::timestamptz at time zone time_zone, 'YYYY-MM') from organisation where org_id = ${orgId}
    ) m order by month`.execute(db);
  return rows.map(({ month }) => month);
}
