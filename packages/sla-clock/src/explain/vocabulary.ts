import type { Party } from '../clock/clock-event.ts';
import type { CancelReason } from '../clock/ledger.ts';
import type { Decision, Match } from '../policy/choose-policy.ts';
import type { TargetKind } from '../policy/policy.ts';

/** How one language says the steps of an explanation. */
export interface Vocabulary {
  readonly targets: Readonly<Record<TargetKind, string>>;
  readonly party: (party: Party) => string;
  readonly policy: (name: string, version: number, matched: readonly Match[]) => string;
  readonly beaten: (name: string, version: number, by: Decision) => string;
  readonly takeover: (at: string, name: string, version: number) => string;
  readonly goal: (target: string, promise: string, calendar: string) => string;
  readonly workingTime: (length: string) => string;
  readonly businessDayEnd: (days: number) => string;
  readonly thatIs: (length: string) => string;
  readonly calendar: (id: string, version: number, zone: string) => string;
  readonly start: (at: string, cycle: number) => string;
  readonly span: (from: string, to: string) => string;
  readonly running: (span: string, holder: string, figures: { readonly worked: string; readonly used: string }) => string;
  readonly outsideHours: (span: string) => string;
  readonly paused: (span: string, reason: string, withheld: string) => string;
  readonly heldByOthers: (span: string, holder: string, withheld: string) => string;
  readonly excluded: (span: string, reason: string, figures: { readonly approvedBy: string; readonly withheld: string }) => string;
  readonly stopped: (span: string) => string;
  readonly due: (at: string) => string;
  readonly held: (left: string) => string;
  readonly heldUntil: (left: string, at: string) => string;
  readonly never: string;
  readonly outside: string;
  readonly used: (used: string, goal: string | null) => string;
  readonly stands: Readonly<Record<'running' | 'paused' | 'held-by-others' | 'excluded', string>>;
  readonly overdue: (at: string) => string;
  readonly met: (at: string) => string;
  readonly missed: (at: string, breachedAt: string) => string;
  readonly cancelled: (at: string, because: string) => string;
  readonly cancelReasons: Readonly<Record<CancelReason, string>>;
  readonly reset: (at: string) => string;
  /** the last touch to a finished sentence */
  readonly typeset: (text: string) => string;
}
