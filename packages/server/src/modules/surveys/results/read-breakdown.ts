import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { Figure } from '@zhiheng/contract/surveys/figure';
import type { getBreakdown as endpoint } from '@zhiheng/contract/surveys/results';
import type { FormText } from '@zhiheng/forms/definition';
import { holmAdjusted } from '@zhiheng/stats/comparison';
import { spreadP } from './spread-test.rules.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { Dimension } from './cell.rules.ts';
import { joinSums } from './joined-sums.rules.ts';
import { optionsOf } from './names.rules.ts';
import { readSums, type Version } from './read-sums.ts';
import { readScope, scopeOf, shownOf } from './results-scope.ts';
import { headlinesOf, type Headline } from './sections/headlines.rules.ts';
import type { SumRow } from './tally.rules.ts';
import { isDimension, partOfRow, wantedSums, withinFilters } from './wanted-sums.rules.ts';

type Answer = Reply<typeof endpoint>;
type Query = Parsed<typeof endpoint>['query'];
type Row = Answer['rows'][number];

/** Every headline by the parts of one dimension. Parts with too few answers are named, with no figure. */
export async function readBreakdown(
  operation: Operation,
  { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>,
): Promise<Answer> {
  const survey = await readScope(operation, params.id);
  const { rows, versions } = await readSums(operation, params.id, wantedSums({ filters: query, by: query.by, months: 'together' }));
  const [newest] = versions;
  if (newest === undefined) return { ...scopeOf(survey, { n: 0, cleanN: 0 }, operation.now), rows: [], series: [] };
  const { plan } = newest;
  const parts = partsOf(withinFilters(rows, versions, query), versions, query);
  const names = await nameParts(operation, query, newest);
  const found = names.flatMap(({ key, name }) => {
    const own = joinSums(parts.get(key) ?? [], versions, plan);
    if (own.n === 0) return [];
    const { sums, make } = shownOf(survey, own, query.quality);
    return [{ row: { key, name, n: own.n }, headlines: headlinesOf({ form: plan.form, sums, make }) }];
  });
  const joined = joinSums([...parts.values()].flat(), versions, plan);
  return {
    ...scopeOf(survey, { n: joined.n, cleanN: shownOf(survey, joined, query.quality).cleanN }, operation.now),
    rows: found.map(({ row }) => row),
    series: seriesOf(found.map(({ headlines }) => headlines)),
  };
}

function partsOf(rows: readonly SumRow[], versions: readonly Version[], { by, question }: Query): ReadonlyMap<string, SumRow[]> {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const parts = new Map<string, SumRow[]>();
  for (const row of rows) {
    const key = partOfRow(row, { scope: by, question }, byId.get(row.versionId));
    if (key !== null) parts.set(key, [...(parts.get(key) ?? []), row]);
  }
  return parts;
}

async function nameParts(operation: Operation, { by, question }: Query, { plan }: Version): Promise<readonly Omit<Row, 'n'>[]> {
  if (!isDimension(by)) return optionsOf(plan.form, question ?? '');
  const { db, orgId } = operation;
  const { rows } = await sql<{ key: string; name: FormText }>`
    select id as key, name from ${sql.table(by satisfies Dimension)} where org_id = ${orgId} order by code, id`.execute(db);
  return rows;
}

function seriesOf(parts: readonly (readonly Headline[])[]): Answer['series'] {
  const series = (parts[0] ?? []).map(({ figure: _, ...headline }, at) => {
    const figures = parts.flatMap((headlines) => (headlines[at] === undefined ? [] : [headlines[at].figure]));
    return { ...headline, figures, p: spreadP(figures) };
  });
  const tested = series.flatMap(({ p }, at) => (p === null ? [] : [{ at, p }]));
  const adjusted = holmAdjusted(tested.map(({ p }) => p));
  const byPlace = new Map(tested.map(({ at }, i) => [at, adjusted[i] ?? 1]));
  return series.map(({ figures, ...rest }, at) => {
    const p = byPlace.get(at) ?? null;
    return { ...rest, figures: figures satisfies readonly Figure[], p, differs: p === null ? null : p < 0.05 };
  });
}
