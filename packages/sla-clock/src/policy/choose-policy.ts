import type { Name } from '../calendar/calendar.ts';
import type { FieldValue } from './condition.ts';
import { dimensions, type Dimension, type Policy, type Scope, type Target, type TargetKind } from './policy.ts';

/** Reads a field of a case; null when the case has it not. */
export type FieldReader = (field: string) => FieldValue;

/** What decided between two that both hold: a more specific dimension, fewer values named, the smaller id. */
export type Decision =
  { readonly kind: 'dimension'; readonly dimension: Dimension } | { readonly kind: 'fewer-values' } | { readonly kind: 'id' };

/** A dimension in which a policy names the case, and the case's value. */
export interface Match {
  readonly dimension: Dimension;
  readonly value: string;
}

/** Why a policy counts: the dimensions in which it names the case, the most specific first, and the policies that hold as well, with what decided against each. */
export interface ChoiceReasons {
  readonly matched: readonly Match[];
  readonly beaten: readonly { readonly id: string; readonly version: number; readonly name: Name; readonly by: Decision }[];
}

/** The policy that counts for a case, and why. */
export interface PolicyChoice {
  readonly policy: Policy;
  readonly because: ChoiceReasons;
}

/**
 * Whether a scope holds for a case: each dimension it names must have one of its values. An empty scope holds for all.
 * @example scopeHolds({ priority: ['P1', 'P2'] }, (field) => (field === 'priority' ? 'P2' : null)) // true
 */
export const scopeHolds = (scope: Scope, fieldValue: FieldReader): boolean =>
  dimensions.every((dimension) => scope[dimension]?.includes(String(fieldValue(dimension))) ?? true);

/**
 * The policy that counts among versions in force: of those whose scope holds, the one that names the most specific dimension which the others do not name, in the order contract,
 * customer, segment, service, type, priority, channel; then the one that names fewer values; then the smaller id. Null when none holds.
 * @example choosePolicy([], () => null) // null
 */
export function choosePolicy(policies: readonly Policy[], fieldValue: FieldReader): PolicyChoice | null {
  const [best, ...others] = policies.filter(({ scope }) => scopeHolds(scope, fieldValue)).sort(bySpecificity);
  if (best === undefined) return null;
  const beaten = others.map((other) => ({ id: other.id, version: other.version, name: other.name, by: decision(best, other) }));
  return { policy: best, because: { matched: matches(best.scope, fieldValue), beaten } };
}

/**
 * The row of a policy that counts for one kind of promise: of those whose scope holds, the most specific; of equals the first. Null when the policy promises nothing of the kind.
 * @example chooseTarget([], 'resolution', () => null) // null
 */
export function chooseTarget(targets: readonly Target[], kind: TargetKind, fieldValue: FieldReader): Target | null {
  const rows = targets.filter((target) => target.kind === kind && scopeHolds(target.scope ?? {}, fieldValue));
  return rows.sort((a, b) => compareScopes(a.scope ?? {}, b.scope ?? {}))[0] ?? null;
}

/**
 * The dimensions that a scope names, the most specific first, with the case's values.
 * @example matches({ priority: ['P1', 'P2'] }, () => 'P2') // [{ dimension: 'priority', value: 'P2' }]
 */
export const matches = (scope: Scope, fieldValue: FieldReader): Match[] =>
  dimensions
    .filter((dimension) => scope[dimension] !== undefined)
    .map((dimension) => ({ dimension, value: String(fieldValue(dimension)) }));

function decision(winner: Policy, other: Policy): Decision {
  const dimension = dimensions.find((name) => winner.scope[name] !== undefined && other.scope[name] === undefined);
  if (dimension !== undefined) return { kind: 'dimension', dimension };
  return valuesNamed(winner.scope) < valuesNamed(other.scope) ? { kind: 'fewer-values' } : { kind: 'id' };
}

const bySpecificity = (a: Policy, b: Policy): number => compareScopes(a.scope, b.scope) || (a.id < b.id ? -1 : 1);

/** Negative when `a` is more specific. */
function compareScopes(a: Scope, b: Scope): number {
  const differing = dimensions.find((dimension) => (a[dimension] === undefined) !== (b[dimension] === undefined));
  if (differing !== undefined) return a[differing] === undefined ? 1 : -1;
  return valuesNamed(a) - valuesNamed(b);
}

const valuesNamed = (scope: Scope): number => dimensions.reduce((sum, dimension) => sum + (scope[dimension]?.length ?? 0), 0);
