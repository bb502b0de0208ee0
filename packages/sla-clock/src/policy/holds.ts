import type { Condition, FieldValue } from './condition.ts';

/** A case right after a save, as conditions see it. */
export interface CaseFacts {
  /** the case's fields with `status`, `party`, `held-by` and `answered`; null for a field the case has not */
  readonly fieldValue: (field: string) => FieldValue;
  /** what the save brought about, in the words of `Occurrence` */
  readonly occurrences: ReadonlySet<string>;
  /** fields to which the save gave another value */
  readonly changed: ReadonlySet<string>;
}

/**
 * Whether a condition holds for a case right after a save.
 * @example holds(all(), { fieldValue: () => null, occurrences: new Set(), changed: new Set() }) // true
 */
export function holds(condition: Condition, facts: CaseFacts): boolean {
  switch (condition.kind) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'is':
      return condition.values.includes(facts.fieldValue(condition.field));
    case 'happened':
      return facts.occurrences.has(condition.what);
    case 'changed':
      return facts.changed.has(condition.field);
    case 'not':
      return !holds(condition.condition, facts);
    case 'all':
      return condition.conditions.every((part) => holds(part, facts));
    case 'any':
      return condition.conditions.some((part) => holds(part, facts));
    default:
      return condition satisfies never;
  }
}

const nothing: ReadonlySet<never> = new Set<never>();

/**
 * The same case when nothing happens any more: what holds now holds until the next save.
 * @example holds(happened('team-reply'), standing({ fieldValue: () => null, occurrences: new Set(['team-reply']), changed: new Set() })) // false
 */
export const standing = (facts: CaseFacts): CaseFacts => ({ fieldValue: facts.fieldValue, occurrences: nothing, changed: nothing });
