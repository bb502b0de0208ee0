import type { SharePart } from '../../ui/share-bar.tsx';

/** The house is what can be changed here, the customer is reference, a supplier needs attention. */
export const partyTones = { team: 'data', customer: 'reference', supplier: 'attention' } as const satisfies Record<
  string,
  SharePart['tone']
>;
