import { hashOf, newSecret } from '../../../platform/identifier.ts';
import type { Sealer } from '../../../platform/sealed/sealer.ts';

/** The secret of a way to a survey: found by its hash, sealed so that it can be shown again. */
interface NewLink {
  readonly token_hash: string;
  readonly token_sealed: string;
}

interface Place {
  readonly orgId: string;
  /** of the distribution or the invitation: sealed for one it does not open for another */
  readonly id: string;
}

const boundTo = ({ orgId, id }: Place): string => `survey-link:${orgId}:${id}`;

export function newLink(sealer: Sealer, place: Place): NewLink {
  const token = newSecret();
  return { token_hash: hashOf(token), token_sealed: sealer.seal(token, boundTo(place)) };
}

/** Null when the secret that sealed it is lost. */
export const tokenIn = (sealer: Sealer, place: Place, sealed: string): string | null => sealer.unseal(sealed, boundTo(place));

/** Where a runner opens. */
export const runAddress = (base: string, token: string): string => `${base}/s/${token}`;
