import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { CaseColumn, CaseImportMapping, previewCaseFile as endpoint } from '@zhiheng/contract/cases/case-imports';
import { readStoredFile } from '../../../platform/files/stored-file.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { ForeignTable } from './foreign-table.ts';
import { gatherCases, type Gathered } from './gather-cases.ts';
import { countWords, guessMapping, translateWords } from './guess-mapping.rules.ts';
import { readNames } from './known-names.ts';
import { openForeign } from './open-foreign.ts';
import { products } from './products.ts';
import { readHouse } from './read-house.ts';

type Answer = Reply<typeof endpoint>;

const shownRows = 20;
const longestCell = 200;
const mostWords = 300;

/** A first look at a file: where it comes from, what stands in it, and which of its words must be translated. */
export async function previewCaseFile(operation: Operation, { params, body }: Parsed<typeof endpoint>): Promise<Answer> {
  const file = await readStoredFile(operation, params.id);
  const table = openForeign(file.bytes, body.options);
  const guess = guessMapping(table, await readHouse(operation));
  const mapping = body.mapping ?? guess.mapping;
  const gathered = await gatherCases(table, mapping);
  const { format, encoding, delimiter, sheets, sheet } = table;
  return {
    ...{ format, encoding, delimiter, sheets: [...sheets], sheet, columns: describe(table) },
    rows: table.sample.slice(0, shownRows).map(({ cells }) => table.columns.map((_, index) => (cells[index] ?? '').slice(0, longestCell))),
    ...{ totalRows: gathered.rows, totalCases: gathered.cases.length },
    products: products.map(({ code, name }) => ({ code, name })),
    recognised: guess.product?.code ?? null,
    ...(await wordsOf(operation, gathered, mapping)),
  };
}

function describe({ columns, sample }: ForeignTable): Answer['columns'] {
  return columns.map((name, index) => {
    const filled = sample.map(({ cells }) => (cells[index] ?? '').trim()).filter((text) => text !== '');
    return { name, filled: filled.length, example: (filled[0] ?? '').slice(0, 100) };
  });
}

type Words = Pick<Answer, 'mapping' | 'statuses' | 'priorities' | 'types' | 'unknownTeams' | 'unknownPeople' | 'unknownCategories'>;

async function wordsOf(operation: Operation, { cases }: Gathered, mapping: CaseImportMapping): Promise<Words> {
  const names = await readNames(operation);
  const all = (field: CaseColumn) => countWords(texts(cases, field));
  const unknown = (field: CaseColumn, knows: (name: string) => string | undefined) =>
    all(field)
      .filter(({ word }) => knows(word) === undefined)
      .slice(0, mostWords);
  const [statuses, priorities, types] = [
    all('status').slice(0, mostWords),
    all('priority').slice(0, mostWords),
    all('type').slice(0, mostWords),
  ];
  const found = { statuses: statuses.map(wordOf), priorities: priorities.map(wordOf), types: types.map(wordOf) };
  return {
    ...{ mapping: translateWords(mapping, found), statuses, priorities, types },
    unknownTeams: unknown('team', names.team),
    unknownPeople: unknown('assignee', names.person),
    unknownCategories: unknown('category', names.category),
  };
}

const wordOf = ({ word }: { readonly word: string }): string => word;

function* texts(cases: Gathered['cases'], field: CaseColumn): Generator<string | undefined> {
  for (const { states } of cases) for (const { values } of states) yield values[field];
}
