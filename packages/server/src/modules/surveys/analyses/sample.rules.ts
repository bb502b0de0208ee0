import { completeRows } from '@zhiheng/stats/moments';
import type { PackedAnswers } from '@zhiheng/forms/answers';
import type { Form, FormText } from '@zhiheng/forms/definition';
import { scaleFieldsOf } from '@zhiheng/forms/fields';
import type { Cell } from '../results/cell.rules.ts';
import { nameOfField, wholeName } from '../results/names.rules.ts';

/** One answer, as the newest version of its survey asks. */
export interface SampleRow extends Cell {
  readonly month: string;
  /** in the order of the scale fields; null where nothing or "not applicable" was answered */
  readonly scales: readonly (number | null)[];
  readonly rest: PackedAnswers['rest'];
}

/** The answers that an analysis is made of. */
export interface Sample {
  readonly form: Form;
  /** groups with fewer answers are not shown */
  readonly minimum: number;
  /** in an order that does not change */
  readonly rows: readonly SampleRow[];
}

export interface Named {
  readonly key: string;
  readonly name: FormText;
}

/** Columns of an older version as the newest has them: a field with the same scale; others were not asked. */
export function translatorOf(older: Form, newest: Form): (scales: readonly (number | null)[]) => readonly (number | null)[] {
  const own = scaleFieldsOf(older);
  const places = scaleFieldsOf(newest).map(({ key, min, max }) =>
    own.findIndex((field) => field.key === key && field.min === min && field.max === max),
  );
  return (scales) => places.map((place) => valueIn(scales[place]));
}

const valueIn = (value: number | null | undefined): number | null => (value === null || value === undefined || value < 0 ? null : value);

/** Answers to several scale fields of those who answered all of them, a row each. */
export const completeAnswers = (sample: Sample, fields: readonly string[]): readonly (readonly number[])[] =>
  completePeople(sample, fields).map(({ values }) => values);

/** Those who answered all of some scale fields. */
export interface Complete {
  readonly row: SampleRow;
  /** in the order of the fields */
  readonly values: readonly number[];
}

export function completePeople({ form, rows }: Sample, fields: readonly string[]): readonly Complete[] {
  const places = scaleFieldsOf(form).map(({ key }) => key);
  const columns = fields.map((field) => places.indexOf(field));
  return rows.flatMap((row) => completeRows([columns.map((column) => row.scales[column] ?? null)]).map((values) => ({ row, values })));
}

/** Fields with their names: the row alone, and with its question where that would be the name of two. */
export function namedFields(form: Form, keys: readonly string[]): readonly Named[] {
  const short = keys.map((key) => nameOfField(form, key));
  const [language = ''] = form.languages;
  const isPlain = new Set(short.map((name) => name[language])).size === keys.length;
  return keys.map((key, i) => ({ key, name: isPlain ? (short[i] ?? wholeName(form, key)) : wholeName(form, key) }));
}
