import { dimensions, type Dimension, type Policy, type Scope } from './policy.ts';
import type { FieldValue } from './condition.ts';

/** What decided between two policies that both hold: a more specific dimension, fewer values named, the smaller id. */
export type Decision =
  { readonly kind: 'dimension'; readonly dimension: Dimension } | { readonly kind: 'fewer-values' } | { readonly kind: 'id' };

/** Why a policy counts: the dimensions in which it names the case, the most specific first, and the policies that hold as well, with what decided against each. */
export interface ChoiceReasons {
  readonly matched: readonly { readonly dimension: Dimension; readonly value: string }[];
  readonly beaten: readonly { readonly id: string; readonly version: number; readonly by: Decision }[];
}

/** The policy that counts for a case, and why. */
export interface PolicyChoice {
  readonly policy: Policy;
  readonly because: ChoiceReasons;
}
