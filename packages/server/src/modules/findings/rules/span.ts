import type { FindingDraft } from '../register/open-finding.ts';

/** A stretch of time that a rule looks at; `to` belongs to it no longer. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** A finding that a rule would open, with when it was seen. */
export type SeenFinding = FindingDraft & { readonly at: Date };
