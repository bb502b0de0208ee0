import type { Outcome } from '@zhiheng/stats/result';
import { conflict } from '../../../platform/errors.ts';

/** A test that gave a result; too few values, or values all alike, are an answer to whoever asked. */
export function decided<T extends { readonly kind: string }>(outcome: Outcome<T>): T {
  if (outcome.kind === 'insufficient') {
    const { n, needed } = outcome as { readonly n: number; readonly needed: number };
    throw conflict('evidence_too_few', { what: n, least: needed });
  }
  if (outcome.kind === 'undetermined') throw conflict('evidence_all_alike');
  return outcome as T;
}
