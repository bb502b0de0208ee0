/** A value of a case's field. */
export type FieldValue = string | number | boolean | null;

/**
 * What one save of a case brought about, apart from the values it set.
 * `opened`: the case came into being. `customer-message`: the customer wrote something that asks for an answer. `team-reply`: a person of the
 * team or of a supplier wrote something that the customer can see, on whatever channel. `reply-not-needed`: an agent marked the last message as one that asks for nothing.
 */
export type Occurrence = 'opened' | 'customer-message' | 'team-reply' | 'reply-not-needed';

/**
 * A question about a case right after a save. `is` compares a field with a list of values; the fields `status`, `party` (`customer`, `team:first-line`,
 * `supplier:carrier`), `held-by` (`customer`, `team`, `supplier`) and `answered` (true from the first `team-reply` on) always exist, every other field is one of the case's own, and absent fields are null.
 * `happened` and `changed` hold at one save only, the others as long as the case stays as it is.
 */
export type Condition =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  | { readonly kind: 'is'; readonly field: string; readonly values: readonly FieldValue[] }
  | { readonly kind: 'happened'; readonly what: Occurrence }
  | { readonly kind: 'changed'; readonly field: string }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'all'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'any'; readonly conditions: readonly Condition[] };

/** Holds for every case. @example always // { kind: 'always' } */
export const always: Condition = { kind: 'always' };

/** Holds for no case. @example never // { kind: 'never' } */
export const never: Condition = { kind: 'never' };

/**
 * Holds while the status is one of these.
 * @example statusIn('resolved', 'closed') // { kind: 'is', field: 'status', values: ['resolved', 'closed'] }
 */
export const statusIn = (...statuses: readonly string[]): Condition => ({ kind: 'is', field: 'status', values: statuses });

/**
 * Holds while a field has one of these values.
 * @example fieldIn('priority', 'P1') // { kind: 'is', field: 'priority', values: ['P1'] }
 */
export const fieldIn = (field: string, ...values: readonly FieldValue[]): Condition => ({ kind: 'is', field, values });

/**
 * Holds at the save that brought this about, and only then.
 * @example happened('team-reply') // { kind: 'happened', what: 'team-reply' }
 */
export const happened = (what: Occurrence): Condition => ({ kind: 'happened', what });

/**
 * Holds at the save that gave a field another value, and only then.
 * @example changed('priority') // { kind: 'changed', field: 'priority' }
 */
export const changed = (field: string): Condition => ({ kind: 'changed', field });

/**
 * Holds when the condition does not.
 * @example not(always) // { kind: 'not', condition: { kind: 'always' } }
 */
export const not = (condition: Condition): Condition => ({ kind: 'not', condition });

/**
 * Holds when every condition does; with none of them, always.
 * @example all(statusIn('open'), fieldIn('priority', 'P1')) // { kind: 'all' }
 */
export const all = (...conditions: readonly Condition[]): Condition => ({ kind: 'all', conditions });

/**
 * Holds when at least one condition does; with none of them, never.
 * @example any(statusIn('closed'), happened('team-reply')) // { kind: 'any' }
 */
export const any = (...conditions: readonly Condition[]): Condition => ({ kind: 'any', conditions });
