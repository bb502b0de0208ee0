import type { Measure } from '../definition/index.ts';
import type { Field } from '../fields/index.ts';

/** Fields that a measure names at one place, and the kinds it can use there. */
export interface FieldUse {
  readonly path: string;
  readonly fields: readonly string[];
  readonly kinds: readonly Field['kind'][];
}

const numbers = ['scale', 'number'] as const;

/** Where more than scales can be used. */
const wider: { readonly [kind in Measure['kind']]?: FieldUse['kinds'] } = {
  mean: numbers,
  sum: ['scale', 'number', 'choice', 'choices'],
  grades: ['scale', 'choice'],
  drivers: numbers,
};

/**
 * The fields that a measure names, by the place where it does.
 * @example usesOf({ kind: 'csat', field: 'q', from: 4 }, 'measures.0') // [{ path: 'measures.0.field', fields: ['q'], kinds: ['scale'] }]
 */
export function usesOf(measure: Measure, path: string): readonly FieldUse[] {
  const kinds = wider[measure.kind] ?? ['scale'];
  const use = (name: string, fields: readonly string[]): FieldUse => ({ path: `${path}.${name}`, fields, kinds });
  return [
    ...('fields' in measure ? [use('fields', measure.fields)] : []),
    ...('field' in measure ? [use('field', [measure.field])] : []),
    ...('outcome' in measure && measure.outcome !== undefined ? [use('outcome', [measure.outcome])] : []),
    ...('blocks' in measure ? measure.blocks.map(({ fields }, at) => use(`blocks.${at}.fields`, fields)) : []),
    ...('scales' in measure ? measure.scales.map(({ fields }, at) => use(`scales.${at}.fields`, fields)) : []),
  ];
}
