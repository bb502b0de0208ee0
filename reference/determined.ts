import { isDetermined, type Outcome } from '@zhiheng/stats/result';

/** The result, where a reference case needs one. */
export function determined<T extends { readonly kind: string }>(outcome: Outcome<T>): T {
  if (!isDetermined(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
}
