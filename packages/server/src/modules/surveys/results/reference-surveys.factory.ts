import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
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
    {
      ...{ key: 'gender', type: 'single', text: both('Gender') },
      options: [
        { key: 'f', text: { zh: '女', en: 'F' } },
        { key: 'm', text: { zh: '男', en: 'M' } },
      ],
    },
    { key: 'service', type: 'pair', ask: 'expectation', text: both('Service'), rows: rowsNamed(items), scale },
    { key: 'weight', type: 'pair', ask: 'importance', text: both('Importance'), rows: rowsNamed(items), scale },
    { key: 'kano', type: 'kano', text: both('Features'), rows: rowsNamed(numbered('k', 29)) },
    { key: 'overall', type: 'matrix', text: both('Overall'), rows: rowsNamed(numbered('o', 4)), scale },
  ],
  [
    { key: 'gaps', kind: 'servqual', name: both('Gaps'), question: 'service', dimensions: dimensionRows },
    { key: 'features', kind: 'kano', name: both('Features'), question: 'kano' },
    { key: 'grid', kind: 'ipa', name: both('Grid'), question: 'weight' },
    {
      ...{ key: 'scale', kind: 'structure', name: both('Scale') },
      scales: [{ key: 'perceived', name: both('Perceived'), fields: items.map((item) => `service.${item}.p`) }],
    },
  ],
  ['gender'],
);

/** Which column of the kiosk file is which field of its form. */
const kioskColumns: Readonly<Record<string, string>> = {
  gender: 'gender',
  ...Object.assign({}, ...items.map((item, i) => ({ [`E${i + 1}`]: `service.${item}.e`, [`P${i + 1}`]: `service.${item}.p` }))),
  ...Object.assign({}, ...items.map((item, i) => ({ [`IMP${i + 1}`]: `weight.${item}.i`, [`SAT${i + 1}`]: `weight.${item}.s` }))),
  ...Object.assign({}, ...numbered('k', 29).map((item, i) => ({ [`KF${i + 1}`]: `kano.${item}.f`, [`KD${i + 1}`]: `kano.${item}.d` }))),
  ...Object.fromEntries(numbered('o', 4).map((item, i) => [`OVR${i + 1}`, `overall.${item}`])),
};

/** A file of the reference as an import takes it in. */
export interface ReferenceFile {
  readonly file: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly recordColumn: string | null;
  /** cells that mean "not answered" */
  readonly missing: readonly string[];
}

/** The kiosk file, one line a person; an empty cell is not answered. */
export const kioskFile = (): ReferenceFile => ({
  ...{ file: read('datasets/kiosk_kservqual_kano_ipa_open.csv'), columns: kioskColumns, recordColumn: 'id', missing: [''] },
});

/** Who asks for satisfaction only derives importance: the same file, read by another survey. */
export const satisfactionForm: FormInput = formOf(
  [
    { key: 'satisfied', type: 'matrix', text: both('Satisfaction'), rows: rowsNamed(items), scale },
    { key: 'overall', type: 'matrix', text: both('Overall'), rows: rowsNamed(['o1']), scale },
  ],
  [{ key: 'derived', kind: 'ipa', name: both('Derived'), question: 'satisfied', outcome: 'overall.o1' }],
);

export const satisfactionFile = (): ReferenceFile => ({
  ...kioskFile(),
  columns: { OVR1: 'overall.o1', ...Object.fromEntries(items.map((item, i) => [`SAT${i + 1}`, `satisfied.${item}`])) },
});

/** The customers of mobile telephony: a column an item, lines without a name. */
export const mobileFile = (columns: readonly string[]): ReferenceFile => ({
  ...{ file: read('datasets/ecsi_mobi.csv'), columns: Object.fromEntries(columns.map((column) => [column, `m.${column.toLowerCase()}`])) },
  ...{ recordColumn: null, missing: ['', 'NA'] },
});

/** The case's name of an airline item as a key of a form. */
export const keyOfItem = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '_');

/** The first lines of the airline file, with items on one scale of 1 to 5; an answer of 0 is "not applicable" and left out. */
export function airlineFile(names: readonly string[], count: number): ReferenceFile {
  const lines = read('datasets/airline_satisfaction_train20k.csv').split(/\r?\n/);
  const columns = Object.fromEntries(names.map((name) => [name, `items.${keyOfItem(name)}`]));
  return { file: lines.slice(0, count + 1).join('\n'), columns, recordColumn: 'id', missing: ['', '0'] };
}

export const airlineForm = (names: readonly string[], measures: FormInput['measures']): FormInput =>
  formOf(
    [{ key: 'items', type: 'matrix', text: both('Items'), rows: rowsNamed(names.map(keyOfItem)), scale: { min: 1, max: 5 } }],
    measures,
  );
