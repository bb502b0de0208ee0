import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Answers } from '@zhiheng/forms/answers';
import type { FormInput } from '@zhiheng/forms/definition';
import { both, formOf, numbered, rowsNamed } from './results.factory.ts';

const root = join(import.meta.dirname, '../../../../../..');
const own = join(root, 'reference');
const beside = join(root, '../shared/reference');

/** A reference case with trusted answers. */
interface ReferenceCase<E> {
  readonly expected: E;
}

/** Cases and data that may not be copied lie beside the project; a run of the whole verification must have them. */
export function hasReference(path: string): boolean {
  const found = existsSync(join(own, path)) || existsSync(join(beside, path));
  if (!found && process.env.CI === 'true') throw new Error(`${path} is missing: the reference folder must lie beside the project`);
  return found;
}

const read = (path: string): string => readFileSync(existsSync(join(own, path)) ? join(own, path) : join(beside, path), 'utf8');
export const readCase = <E>(name: string): ReferenceCase<E> => JSON.parse(read(`cases/${name}.json`)) as ReferenceCase<E>;
export const readTable = (name: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(read(`datasets/${name}`), { header: true, skipEmptyLines: true }).data;

const dimensions = ['accuracy', 'enjoyment', 'control', 'efficiency', 'customisation', 'convenience', 'security', 'design'];
const items = numbered('i', 24);
const dimensionRows = dimensions.map((key, d) => ({ key, name: both(key), rows: items.slice(3 * d, 3 * d + 3) }));
const scale = { min: 1, max: 7 } as const;

/** The survey of kiosk users: SERVQUAL pairs, importance and satisfaction, Kano pairs and overall judgements. */
export const kioskForm: FormInput = formOf(
  [
    { key: 'gender', type: 'single', text: both('Gender'), options: rowsNamed(['f', 'm']) },
    { key: 'service', type: 'pair', ask: 'expectation', text: both('Service'), rows: rowsNamed(items), scale },
    { key: 'weight', type: 'pair', ask: 'importance', text: both('Importance'), rows: rowsNamed(items), scale },
    { key: 'satisfied', type: 'matrix', text: both('Satisfaction'), rows: rowsNamed(items), scale },
    { key: 'kano', type: 'kano', text: both('Features'), rows: rowsNamed(numbered('k', 29)) },
    { key: 'overall', type: 'matrix', text: both('Overall'), rows: rowsNamed(numbered('o', 4)), scale },
  ],
  [
    { key: 'gaps', kind: 'servqual', name: both('Gaps'), question: 'service', dimensions: dimensionRows },
    { key: 'features', kind: 'kano', name: both('Features'), question: 'kano' },
    { key: 'grid', kind: 'ipa', name: both('Grid'), question: 'weight' },
    { key: 'derived', kind: 'ipa', name: both('Derived'), question: 'satisfied', outcome: 'overall.o1' },
    {
      ...{ key: 'scale', kind: 'structure', name: both('Scale') },
      scales: [{ key: 'perceived', name: both('Perceived'), fields: items.map((item) => `service.${item}.p`) }],
    },
  ],
  ['gender'],
);

/** Which columns of the kiosk file are which fields of its form. */
const kioskColumns: readonly (readonly [field: string, column: string])[] = [
  ...items.flatMap((item, i) => pairOf(`service.${item}`, { e: `E${i + 1}`, p: `P${i + 1}` })),
  ...items.flatMap((item, i) => pairOf(`weight.${item}`, { i: `IMP${i + 1}`, s: `SAT${i + 1}` })),
  ...items.map((item, i) => [`satisfied.${item}`, `SAT${i + 1}`] as const),
  ...numbered('k', 29).flatMap((item, i) => pairOf(`kano.${item}`, { f: `KF${i + 1}`, d: `KD${i + 1}` })),
  ...numbered('o', 4).map((item, i) => [`overall.${item}`, `OVR${i + 1}`] as const),
];

function pairOf(row: string, columns: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(columns).map(([facet, column]) => [`${row}.${facet}`, column] as const);
}

/** Answers of the kiosk survey, one record a person; an empty cell is not answered. */
export const kioskAnswers = (): Answers[] =>
  readTable('kiosk_kservqual_kano_ipa_open.csv').map((row) => ({
    gender: row['gender'] === 'F' ? 'f' : 'm',
    ...Object.fromEntries(kioskColumns.flatMap(([field, column]) => (row[column] ? [[field, Number(row[column])]] : []))),
  }));

/** The case's name of an airline item as a key of a form. */
export const keyOfItem = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '_');

/** Items of the airline survey on one scale of 1 to 5; an answer of 0 is "not applicable" and left out. */
export function airlineAnswers(names: readonly string[], count: number): Answers[] {
  return readTable('airline_satisfaction_train20k.csv')
    .slice(0, count)
    .map((row) =>
      Object.fromEntries(names.flatMap((name) => (Number(row[name]) === 0 ? [] : [[`items.${keyOfItem(name)}`, Number(row[name])]]))),
    );
}

export const airlineForm = (names: readonly string[], measures: FormInput['measures']): FormInput =>
  formOf(
    [{ key: 'items', type: 'matrix', text: both('Items'), rows: rowsNamed(names.map(keyOfItem)), scale: { min: 1, max: 5 } }],
    measures,
  );
