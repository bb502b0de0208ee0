import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { getCrossTables as endpoint } from '@zhiheng/contract/surveys/results';
import { chiSquareTest, holmAdjusted } from '@zhiheng/stats/comparison';
import { fieldsOf } from '@zhiheng/forms/fields';
import type { Operation } from '../../../platform/operation.ts';
import { optionOfGroup } from './cell.rules.ts';
import { distributionsOf } from './distributions.rules.ts';
import { joinSums } from './joined-sums.rules.ts';
import { optionsOf, wholeName } from './names.rules.ts';
import { readSums, type Version } from './read-sums.ts';
import { readScope, scopeOf, shownOf, type SurveyScope } from './results-scope.ts';
import type { SumRow } from './tally.rules.ts';
import { wantedSums } from './wanted-sums.rules.ts';

type Answer = Reply<typeof endpoint>;
type Query = Parsed<typeof endpoint>['query'];
type Table = Omit<Answer['tables'][number], 'adjustedP'>;
type Named = Table['group'];

interface Group {
  readonly option: Named;
  readonly n: number;
  /** answers by field, level by level */
  readonly counts: ReadonlyMap<string, readonly (Named & { readonly n: number })[]>;
}

/** Grouping questions against every other closed question, from the sums of each group. */
export async function readCrossTables(
  operation: Operation,
  { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>,
): Promise<Answer> {
  const survey = await readScope(operation, params.id);
  const wanted = wantedSums({ filters: query, by: 'group', months: 'together' });
  const { rows, versions } = await readSums(operation, params.id, wanted);
  const [newest] = versions;
  const groups = newest?.plan.form.groups ?? [];
  const tables = groups.flatMap((question) => tablesOf({ survey, rows, versions, query }, question));
  const adjusted = holmAdjusted(tables.map(({ p }) => p));
  const n = Math.max(
    0,
    ...groups.map((question) => rows.reduce((sum, row) => (optionOfGroup(question, row.cell) === null ? sum : sum + row.n), 0)),
  );
  return {
    ...scopeOf(survey, { n, cleanN: null }, operation.now),
    tables: tables.map((table, i) => ({ ...table, adjustedP: adjusted[i] ?? 1 })),
  };
}

interface Evidence {
  readonly survey: SurveyScope;
  readonly rows: readonly SumRow[];
  readonly versions: readonly Version[];
  readonly query: Query;
}

function tablesOf(evidence: Evidence, question: string): readonly Table[] {
  const form = evidence.versions[0]?.plan.form;
  if (form === undefined) return [];
  const groups = optionsOf(form, question).flatMap((option) => groupOf(evidence, question, option));
  const others = fieldsOf(form).filter((field) => (field.kind === 'scale' || field.kind === 'choice') && field.question !== question);
  const group = { key: question, name: wholeName(form, question) };
  return others.flatMap(({ key }) => tableOf(groups, { group, field: { key, name: wholeName(form, key) } }));
}

function groupOf({ survey, rows, versions, query }: Evidence, question: string, option: Named): readonly Group[] {
  const [newest] = versions;
  if (newest === undefined) return [];
  const own = rows.filter((row) => optionOfGroup(question, row.cell) === option.key);
  const joined = joinSums(own, versions, newest.plan);
  const { sums, make } = shownOf(survey, joined, query.quality);
  if (joined.n < make.least) return [];
  const found = distributionsOf({ form: newest.plan.form, sums, make }, versions);
  return [{ option, n: joined.n, counts: new Map(found.map(({ field, counts }) => [field, counts ?? []])) }];
}

function tableOf(groups: readonly Group[], { group, field }: Pick<Table, 'group' | 'field'>): readonly Table[] {
  const filled = groups.filter(({ counts }) => (counts.get(field.key) ?? []).some(({ n }) => n > 0));
  const levels = filled[0]?.counts.get(field.key) ?? [];
  const cells = filled.map(({ counts }) => (counts.get(field.key) ?? []).map(({ n }) => n));
  const used = [...levels.keys()].filter((level) => cells.some((row) => (row[level] ?? 0) > 0));
  const found = chiSquareTest(cells.map((row) => used.map((level) => row[level] ?? 0)));
  if (found.kind !== 'chi-square-test') return [];
  const { n, statistic, df, p, cramersV, smallestExpected } = found;
  return [
    {
      ...{ group, field, n, statistic, df, p, cramersV, smallestExpected },
      rows: filled.map(({ option }) => option),
      columns: used.flatMap((level) => (levels[level] === undefined ? [] : [{ key: levels[level].key, name: levels[level].name }])),
      cells: cells.map((row) => used.map((level) => row[level] ?? 0)),
    },
  ];
}
