import type { Field } from '@zhiheng/forms/fields';
import { m } from '../../../../paraglide/messages.js';
import type { Comparison } from '../../draft/condition-group.ts';
import type { Reference } from '../references.ts';

export type Op = Comparison['op'];

/** In which ways an answer of a kind can be compared. */
const opsByKind: Readonly<Record<Reference['kind'], readonly Op[]>> = {
  choice: ['eq', 'ne', 'in', 'answered'],
  choices: ['includes', 'answered'],
  scale: ['le', 'ge', 'eq', 'ne', 'in', 'lt', 'gt', 'answered'],
  number: ['le', 'ge', 'eq', 'ne', 'lt', 'gt', 'answered'],
  text: ['eq', 'ne', 'answered'],
  date: ['eq', 'ne', 'answered'],
  order: ['answered'],
  files: ['answered'],
  given: ['eq', 'ne', 'answered'],
};
export const opsOf = ({ kind }: Reference): readonly Op[] => opsByKind[kind];

export const opWords: Readonly<Record<Op, () => string>> = {
  eq: m.surveys_op_eq,
  ne: m.surveys_op_ne,
  in: m.surveys_op_in,
  includes: m.surveys_op_includes,
  answered: m.surveys_op_answered,
  le: m.surveys_op_le,
  ge: m.surveys_op_ge,
  lt: m.surveys_op_lt,
  gt: m.surveys_op_gt,
};

type Value = string | number;

/** The first value that makes sense for a field. */
function firstValue(field: Field | null): Value {
  if (field === null) return '';
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return field.options[0] ?? '';
    case 'scale':
      return field.min;
    case 'number':
      return 0;
    default:
      return '';
  }
}

/** A comparison with something, in the first way that its kind allows. */
export function newComparison(reference: Reference): Comparison {
  const [op = 'answered'] = opsOf(reference);
  return withOp(op, reference.key, firstValue(reference.field));
}

/** A comparison in another way; the value is taken along where it can be. */
export function withOp(op: Op, field: string, value: Value): Comparison {
  switch (op) {
    case 'answered':
      return { op, field };
    case 'eq':
    case 'ne':
      return { op, field, value };
    case 'in':
      return { op, field, values: [value] };
    case 'includes':
      return { op, field, value: String(value) };
    default:
      return { op, field, value: Number(value) || 0 };
  }
}

export function valueOf(comparison: Comparison, field: Field | null): Value {
  if (comparison.op === 'answered') return firstValue(field);
  if (comparison.op === 'in') return comparison.values[0] ?? firstValue(field);
  return comparison.value;
}
