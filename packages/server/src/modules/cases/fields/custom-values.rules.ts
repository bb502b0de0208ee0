import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { CaseType, customValue } from '@zhiheng/contract/cases/case';
import type { CaseField } from '@zhiheng/contract/cases/fields';

type Value = z.infer<typeof customValue>;
export type CustomValues = Readonly<Record<string, Value>>;

interface Wrong {
  readonly path: string;
  readonly code: 'unknown_case_field' | 'case_field_not_of_type' | 'case_field_missing' | 'case_field_wrong';
  readonly params: { readonly name: string };
}
interface Question {
  readonly type: CaseType;
  readonly before: CustomValues;
  readonly given: CustomValues;
}

const isEmpty = (value: Value): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The values after a save: what is given replaces, what is emptied goes, everything else stays, also of fields that are no longer in use. */
export const mergedValues = (before: CustomValues, given: CustomValues): CustomValues =>
  Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, value]) => !isEmpty(value)));

/** What is wrong with the values given. A value that stays as it was is never wrong, whatever became of its field. */
export function wrongValues(fields: readonly CaseField[], { type, before, given }: Question): Wrong[] {
  return Object.entries(given).flatMap(([code, value]) => {
    if (isDeepStrictEqual(before[code], value)) return [];
    const field = fields.find((one) => one.code === code);
    const wrong = wrongWith(field, type, value);
    return wrong === null ? [] : [{ path: `custom.${code}`, code: wrong, params: { name: code } }];
  });
}

/** Fields that people must fill in and that have no value. */
export const missingValues = (fields: readonly CaseField[], type: CaseType, values: CustomValues): Wrong[] =>
  fields
    .filter((field) => field.required && isAsked(field, type) && isEmpty(values[field.code] ?? null))
    .map(({ code }) => ({ path: `custom.${code}`, code: 'case_field_missing', params: { name: code } }));

const isAsked = ({ retired, types }: CaseField, type: CaseType): boolean => !retired && (types.length === 0 || types.includes(type));

function wrongWith(field: CaseField | undefined, type: CaseType, value: Value): Wrong['code'] | null {
  if (isEmpty(value)) return field !== undefined && field.required && isAsked(field, type) ? 'case_field_missing' : null;
  if (field === undefined || field.retired) return 'unknown_case_field';
  if (!isAsked(field, type)) return 'case_field_not_of_type';
  return fits(field, value) ? null : 'case_field_wrong';
}

function fits({ kind, options }: CaseField, value: Value): boolean {
  const offered = (one: unknown) => options.some(({ code }) => code === one);
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'date':
      return typeof value === 'string' && isDay(value);
    case 'choice':
      return offered(value);
    case 'several':
      return Array.isArray(value) && value.every(offered) && new Set(value).size === value.length;
    case 'yes-no':
      return typeof value === 'boolean';
    default:
      return kind satisfies never;
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Words of the values, so that a device number finds its case. */
export const textsOf = (values: CustomValues): string =>
  Object.values(values)
    .flat()
    .filter((value) => typeof value === 'string')
    .join(' ');
