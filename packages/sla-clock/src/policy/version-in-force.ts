import type { Instant } from '../calendar/calendar.ts';
import type { Policy } from './policy.ts';

/**
 * Of each policy the version that counts at an instant for a case opened at `openedAt`: the latest that was effective at the opening, or that has become effective since
 * and takes over open cases. A policy without such a version is left out.
 * @example versionsInForce([], { openedAt: 0, at: 0 }) // []
 */
export function versionsInForce(
  versions: readonly Policy[],
  { openedAt, at }: { readonly openedAt: Instant; readonly at: Instant },
): Policy[] {
  const inForce = new Map<string, Policy>();
  for (const version of versions) {
    const reached = version.effectiveFrom <= openedAt || (version.adoption === 'open-cases' && version.effectiveFrom <= at);
    const known = inForce.get(version.id);
    if (reached && (known === undefined || isLater(version, known))) inForce.set(version.id, version);
  }
  return [...inForce.values()];
}

const isLater = (a: Policy, b: Policy): boolean =>
  a.effectiveFrom > b.effectiveFrom || (a.effectiveFrom === b.effectiveFrom && a.version > b.version);
