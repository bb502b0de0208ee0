import type { CaseColumn, CaseImportMapping } from '@zhiheng/contract/cases/case-imports';
import { guessDayOrder } from '../../../platform/table-files/describe-columns.rules.ts';
import type { ForeignTable } from './foreign-table.ts';
import words from './presets/words.json' with { type: 'json' };
import { placed, recogniseProduct, type Product } from './products.ts';
import { clean } from './read-states.rules.ts';

type Words = Readonly<Record<string, readonly string[]>>;

const meaningOf = (lists: Words): ReadonlyMap<string, string> =>
  new Map(Object.entries(lists).flatMap(([meaning, names]) => names.map((name) => [name, meaning] as const)));
const statuses = meaningOf(words.statuses);
const priorities = meaningOf(words.priorities);
const types = meaningOf(words.types);

const times: readonly CaseColumn[] = ['at', 'openedAt', 'repliedAt', 'resolvedAt', 'closedAt'];

interface House {
  readonly zone: string;
  readonly language: 'zh' | 'en';
}

/** How a file is most likely meant. The words are translated later, when its columns are known. */
export function guessMapping(
  table: Pick<ForeignTable, 'format' | 'columns' | 'sample'>,
  house: House,
): { product: Product | null; mapping: CaseImportMapping } {
  const product = recogniseProduct(table.format, table.columns);
  const { key, columns } = product === null ? nowhere : placed(product, table.columns);
  const places = times.flatMap((field) => (columns[field] === undefined ? [] : [table.columns.indexOf(columns[field])]));
  const written = table.sample.flatMap(({ cells }) => places.map((at) => (cells[at] ?? '').trim()).filter((text) => text !== ''));
  const from = product === null ? unknownProduct : { product: product.product, rows: product.rows };
  const reading = { timeZone: house.zone, dayOrder: guessDayOrder(written), language: house.language };
  return { product, mapping: { ...untranslated, ...from, ...reading, key: key ?? table.columns[0] ?? '', columns } };
}

const nowhere: ReturnType<typeof placed> = { key: undefined, columns: {} };
const unknownProduct = { product: 'file', rows: 'cases' } as const;
const untranslated = {
  ...{ resolution: 'history', statuses: {}, priorities: {}, types: {}, type: 'incident', agreements: 'then' },
} as const satisfies Partial<CaseImportMapping>;

/** The words of a file with their usual meaning; those that are translated already stay. */
export function translateWords(mapping: CaseImportMapping, found: FoundWords): CaseImportMapping {
  const special = recogniseSpecial(mapping);
  const translated = <T extends string>(
    known: Readonly<Record<string, T>>,
    all: readonly string[],
    usual: ReadonlyMap<string, string>,
  ): Record<string, T> =>
    Object.fromEntries(
      all.flatMap((word) => {
        // The lists of meanings hold codes of ours only.
        const meaning =
          (Object.hasOwn(known, word) ? known[word] : undefined) ??
          ((special.get(word.toLowerCase()) ?? usual.get(word.toLowerCase())) as T | undefined);
        return meaning === undefined ? [] : [[word, meaning] as const];
      }),
    );
  return {
    ...mapping,
    statuses: translated(mapping.statuses, found.statuses, statuses),
    priorities: translated(mapping.priorities, found.priorities, priorities),
    types: translated(mapping.types, found.types, types),
  };
}

interface FoundWords {
  readonly statuses: readonly string[];
  readonly priorities: readonly string[];
  readonly types: readonly string[];
}

/** Words that mean something else in files that look like this one. */
function recogniseSpecial({ columns, key }: CaseImportMapping): ReadonlyMap<string, string> {
  const product = recogniseProduct('table', [key, ...Object.values(columns)]);
  return new Map(Object.entries(product?.statuses ?? {}));
}

/** How often each word stands in the cells, the most frequent first. */
export function countWords(texts: Iterable<string | undefined>): { word: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const word = clean(text);
    if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, n]) => ({ word, n })).sort((a, b) => b.n - a.n || (a.word < b.word ? -1 : 1));
}
