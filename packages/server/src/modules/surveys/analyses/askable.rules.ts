import type { AnalysisAxis, AnalysisKind, AnalysisRequest, AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';
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
  // The table below gives each kind its own request.
  const require = requirements[request.kind] as (request: AnalysisRequest, asked: Asked) => void;
  require(request, asked);
}

type Requirements = { readonly [K in AnalysisKind]: (request: AnalysisRequestOf<K>, asked: Asked) => void };
const requirements: Requirements = {
  cross: requireTable,
  clusters: (request, asked) => {
    for (const axis of request.by) requireAxis(axis, 'by', { ...asked, isGroup: true });
    requireOnce(request.by.map(keyOfAxis), 'by');
    requireFields(request.fields, 'fields', asked);
  },
  grey: ({ over, predictors, outcome }, asked) => {
    if (over !== 'month') requireAxis(over, 'over', { ...asked, isGroup: true });
    requireFields([...predictors, outcome], 'predictors', asked);
  },
  chains: requireChains,
  paths: requireModel,
  structure: (request, asked) => {
    requireFactors(request);
    requireFields(request.fields, 'fields', asked);
  },
  drivers: ({ predictors, outcome }, asked) => requireFields([...predictors, outcome], 'predictors', asked),
  correlations: ({ fields }, asked) => requireFields(fields, 'fields', asked),
  reliability: ({ fields }, asked) => requireFields(fields, 'fields', asked),
  'non-response': requireMargins,
};

function fault(path: string, code: string) {
  return invalidField(`request.${path}`, code);
}

function requireTable({ rows, columns, layer }: AnalysisRequestOf<'cross'>, asked: Asked): void {
  requireAxis(rows, 'rows', { ...asked, isGroup: true, maySeveral: true });
  // Groups that overlap on both sides would need a test of its own for each pair of options.
  const maySeveral = !isSeveral(rows, asked.form);
  for (const column of columns) requireAxis(column, 'columns', { ...asked, isGroup: false, maySeveral });
  if (layer !== null) requireAxis(layer, 'layer', { ...asked, isGroup: true });
  requireOnce([rows, ...columns, ...(layer === null ? [] : [layer])].map(keyOfAxis), 'columns');
}

function requireOnce(keys: readonly string[], path: string): void {
  if (new Set(keys).size < keys.length) throw fault(path, 'named_twice');
}

interface AskedAxis extends Asked {
  readonly isGroup: boolean;
  /** may people be in several of its levels? */
  readonly maySeveral?: boolean;
}

function requireAxis(axis: AnalysisAxis, path: string, { form, anonymous, isGroup, maySeveral = false }: AskedAxis): void {
  if (anonymous && isGroup && !isPlace(axis, form)) throw fault(path, 'not_in_anonymous');
  if ('dimension' in axis) return;
  if (isSeveral(axis, form) && !maySeveral) throw fault(path, 'several_choices');
  if (!fieldsOf(form).some(({ key, kind }) => key === axis.field && closedKinds.has(kind))) throw fault(path, 'unknown_field');
}

/** Answers that fall into levels. */
const closedKinds = new Set(['scale', 'choice', 'choices']);

const isSeveral = (axis: AnalysisAxis, form: Form): boolean =>
  'field' in axis && fieldsOf(form).some(({ key, kind }) => key === axis.field && kind === 'choices');

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
  requireOnce(fields, path);
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
  requireOnce(
    margins.map(({ axis }) => keyOfAxis(axis)),
    'margins',
  );
}

/** Every part leads to others that are there, and never back to itself; no question belongs to two. */
function requireChains({ nodes }: AnalysisRequestOf<'chains'>, asked: Asked): void {
  const keys = nodes.map(({ key }) => key);
  requireOnce(keys, 'nodes');
  if (nodes.some(({ leadsTo }) => leadsTo.some((key) => !keys.includes(key)))) throw fault('nodes', 'unknown_part');
  if (nodes.every(({ leadsTo }) => leadsTo.length === 0)) throw fault('nodes', 'no_paths');
  if (hasCircle(nodes)) throw fault('nodes', 'circle');
  requireFields(
    nodes.flatMap(({ fields }) => fields),
    'nodes',
    asked,
  );
}

/** Takes away, again and again, what nothing leads to; what is left goes in a circle. */
function hasCircle(nodes: AnalysisRequestOf<'chains'>['nodes']): boolean {
  const reached = new Set(nodes.flatMap(({ leadsTo }) => leadsTo));
  const left = nodes.filter(({ key }) => reached.has(key));
  return left.length > 0 && (left.length === nodes.length || hasCircle(left));
}
