import type { Condition } from '@zhiheng/forms/definition';

export type Comparison = Exclude<Condition, { op: 'all' | 'any' | 'not' }>;

/** A condition as people read it: all, any or none of some parts hold. */
export interface ConditionGroup {
  readonly mode: 'all' | 'any' | 'none';
  readonly parts: readonly ConditionPart[];
}
export type ConditionPart = Comparison | ConditionGroup;

export const isGroup = (part: ConditionPart): part is ConditionGroup => 'mode' in part;

export function partOf(condition: Condition): ConditionPart {
  switch (condition.op) {
    case 'all':
    case 'any':
      return { mode: condition.op, parts: condition.of.map(partOf) };
    case 'not':
      return condition.of.op === 'any'
        ? { mode: 'none', parts: condition.of.of.map(partOf) }
        : { mode: 'none', parts: [partOf(condition.of)] };
    default:
      return condition;
  }
}

/** A single comparison is a group of one. */
export function groupOf(condition: Condition): ConditionGroup {
  const part = partOf(condition);
  return isGroup(part) ? part : { mode: 'all', parts: [part] };
}

/** The condition of a group; undefined when nothing is left in it. */
export function conditionOf(group: ConditionGroup): Condition | undefined {
  const parts = group.parts.flatMap((part) => (isGroup(part) ? (conditionOf(part) ?? []) : [part]));
  const [first] = parts;
  if (first === undefined) return undefined;
  if (group.mode === 'none') return { op: 'not', of: parts.length === 1 ? first : { op: 'any', of: parts } };
  return parts.length === 1 ? first : { op: group.mode, of: parts };
}
