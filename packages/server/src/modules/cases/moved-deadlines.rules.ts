import { runClock, type Agreements, type ClockEvent, type ClockLedger, type Deadline } from '@zhiheng/sla-clock/clock';
import { agreementKey, type TargetKind } from '@zhiheng/sla-clock/policy';

/** A promise on a case with its deadline in seconds on either side; null where there is none. */
export interface MovedDeadline {
  readonly agreementName: { readonly zh: string; readonly en: string };
  readonly target: TargetKind;
  readonly before: number | null;
  readonly after: number | null;
}

interface Sides {
  readonly before: Agreements;
  readonly after: Agreements;
}

/** The deadlines of a case that would be others, of clocks that are not over on one of both sides. One that stands still is compared as if it went on now. */
export function movedDeadlines({ before, after }: Sides, events: readonly ClockEvent[], now: number): MovedDeadline[] {
  const [old, young] = [runningClocks(before, events, now), runningClocks(after, events, now)];
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), young.get(key)];
    const named = is ?? was;
    const moved = { before: instantOf(was?.deadline), after: instantOf(is?.deadline) };
    if (named === undefined || moved.before === moved.after) return [];
    return [{ agreementName: named.policy.name, target: named.target, ...moved }];
  });
}

const over: ReadonlySet<ClockLedger['status']['kind']> = new Set(['met', 'missed', 'cancelled', 'reset']);

function runningClocks(agreements: Agreements, events: readonly ClockEvent[], now: number): Map<string, ClockLedger> {
  const running = runClock(agreements, events, now).clocks.filter(({ status }) => !over.has(status.kind));
  return new Map(running.map((clock) => [`${agreementKey(clock.agreement)} ${clock.target} ${clock.cycle}`, clock]));
}

function instantOf(deadline: Deadline | undefined): number | null {
  if (deadline?.kind === 'due') return deadline.at;
  return deadline?.kind === 'held' ? deadline.ifResumedNow : null;
}
