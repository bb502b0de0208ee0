import type { Reply } from '@zhiheng/contract/endpoint';
import type { invite } from '@zhiheng/contract/surveys/distributions';

/** Why somebody is not asked. */
export type Suppression = Reply<typeof invite>['suppressed'][number]['reason'];

/** What is known of somebody who may be asked: what any survey has asked of the same address, or the same customer. */
export interface Known {
  /** already by this way */
  readonly asked: boolean;
  readonly declined: boolean;
  readonly bounced: boolean;
  /** within the days in which nobody is asked twice */
  readonly tired: boolean;
}

/** The reason that weighs most; null when the person is asked. */
export function suppressionOf(person: { readonly address: string }, known: Known, needsAddress: boolean): Suppression | null {
  if (known.asked) return 'already-asked';
  if (known.declined) return 'declined';
  if (needsAddress && person.address === '') return 'no-address';
  if (needsAddress && known.bounced) return 'bounced';
  return known.tired ? 'fatigue' : null;
}
