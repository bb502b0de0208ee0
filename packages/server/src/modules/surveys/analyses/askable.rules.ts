import type { AnalysisAxis, AnalysisRequest, AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';
import type { Form } from '@zhiheng/forms/definition';
import { fieldsOf } from '@zhiheng/forms/fields';
import { invalidField } from '../../../platform/errors.ts';
import { isPlace, keyOfAxis } from './axis.rules.ts';
import { knownSets } from './known-sets.rules.ts';

interface Asked {
  readonly form: Form;
  readonly anonymous: boolean;
}

/**
 * Refuses what the form does not have, and of an anonymous survey what could single out a person: rows that are no part of where answers belong, and sets
 * of fields of one's own choice, since two of them differ by those who left out one question.
 */
export function requireAskable(request: AnalysisRequest, asked: Asked): void {
  switch (request.kind) {
    case 'cross':
      return requireTable(request, asked);
    case 'paths':
      return requireModel(request, asked);
    case 'structure':
      requireFactors(request);
      return requireFields(request.fields, 'fields', asked);
    case 'drivers':
      return requireFields([...request.predictors, request.outcome], 'predictors', asked);
    case 'correlations':
    case 'reliability':
      return requireFields(request.fields, 'fields', asked);
    case 'non-response':
      return requireMargins(request, asked);
    default:
      return request satisfies never;
  }
}

const fault = (path: string, code: string) => invalidField(`request.${path}`, code);

function requireTable({ rows, columns, layer }: AnalysisRequestOf<'cross'>, asked: Asked): void {
  requireAxis(rows, 'rows', { ...asked, isGroup: true });
  for (const column of columns) requireAxis(column, 'columns', { ...asked, isGroup: false });
  if (layer !== null) requireAxis(layer, 'layer', { ...asked, isGroup: true });
  const keys = [rows, ...columns, ...(layer === null ? [] : [layer])].map(keyOfAxis);
  if (new Set(keys).size < keys.length) throw fault('columns', 'named_twice');
}

function requireAxis(axis: AnalysisAxis, path: string, { form, anonymous, isGroup }: Asked & { readonly isGroup: boolean }): void {
  if (anonymous && isGroup && !isPlace(axis, form)) throw fault(path, 'not_in_anonymous');
  if ('dimension' in axis) return;
  const field = fieldsOf(form).find(({ key }) => key === axis.field);
  if (field?.kind !== 'scale' && field?.kind !== 'choice') throw fault(path, 'unknown_field');
}

function requireModel({ measure }: AnalysisRequestOf<'paths'>, { form }: Asked): void {
  if (!form.measures.some(({ key, kind }) => key === measure && kind === 'ecsi')) throw fault('measure', 'unknown_measure');
}

/** ((p − k)² − p − k)/2 must not be negative, or factors are not identified. */
export const mostFactors = (items: number, extraction: string): number =>
  extraction === 'components' ? items : Math.max(1, Math.floor((2 * items + 1 - Math.sqrt(8 * items + 1)) / 2));

function requireFactors({ factors, fields, extraction }: AnalysisRequestOf<'structure'>): void {
  if (factors !== null && factors > mostFactors(fields.length, extraction)) throw fault('factors', 'too_many_factors');
}

function requireFields(fields: readonly string[], path: string, { form, anonymous }: Asked): void {
  const scales = new Set(fieldsOf(form).flatMap(({ kind, key }) => (kind === 'scale' ? [key] : [])));
  if (fields.some((field) => !scales.has(field))) throw fault(path, 'unknown_field');
  if (new Set(fields).size < fields.length) throw fault(path, 'named_twice');
  if (anonymous && !knownSets(form).some((set) => isSame(set.all, fields))) throw fault(path, 'not_in_anonymous');
}

const isSame = (known: readonly string[], asked: readonly string[]): boolean =>
  known.length === asked.length && known.every((field) => asked.includes(field));

function requireMargins({ margins }: AnalysisRequestOf<'non-response'>, asked: Asked): void {
  for (const { axis, shares } of margins) {
    requireAxis(axis, 'margins', { ...asked, isGroup: true });
    if (shares === 'customers' && keyOfAxis(axis) !== 'segment') throw fault('margins', 'no_customer_base');
    if (shares !== 'customers' && !Object.values(shares).some((share) => share > 0)) throw fault('margins', 'shares_needed');
  }
  const keys = margins.map(({ axis }) => keyOfAxis(axis));
  if (new Set(keys).size < keys.length) throw fault('margins', 'named_twice');
}
