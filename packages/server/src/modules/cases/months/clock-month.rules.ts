import type { ClockMonth } from '@zhiheng/contract/cases/clock-months';
import { figureDeltas, figuresOf, type Figures, type FrozenMonth, type Month } from '@zhiheng/sla-clock/month';

/** A closed month with the names of those who closed and corrected it. */
export interface StoredMonth extends FrozenMonth {
  readonly version: number;
}

interface Seen {
  readonly agreementId: string;
  readonly agreementName: ClockMonth['agreementName'];
  readonly month: Month;
  readonly ended: boolean;
  /** as they are counted today */
  readonly figures: Figures;
  readonly stored: StoredMonth | null;
}

const textOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** What is reported of a month, and in what it differs from what is counted today. */
export function monthOfReport({ stored, figures, ...of }: Seen): ClockMonth {
  if (stored === null) {
    return { ...of, state: 'open', figures, differences: {}, version: null, closedAt: null, closedBy: null, restatements: [] };
  }
  const reported = figuresOf(stored);
  const differences = figureDeltas(reported, figures);
  const { snapshot, restatements } = stored;
  return {
    ...of,
    state: stateOf(Object.keys(differences).length, restatements.length),
    figures: reported,
    differences,
    version: stored.version,
    closedAt: textOf(snapshot.frozenAt),
    closedBy: snapshot.frozenBy,
    restatements: restatements.map(({ number, at, by, reason, deltas }) => ({ number, at: textOf(at), by, reason, deltas })),
  };
}

function stateOf(differences: number, restatements: number): ClockMonth['state'] {
  if (differences > 0) return 'differs';
  return restatements > 0 ? 'restated' : 'frozen';
}
