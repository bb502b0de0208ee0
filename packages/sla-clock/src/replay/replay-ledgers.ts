import type { Instant } from '../calendar/calendar.ts';
import { clockLedger } from '../clock/clock-ledger.ts';
import { ClockMachine } from '../clock/clock-machine.ts';
import type { ClockLedger, Ledger } from '../clock/ledger.ts';
import { CycleRecorder } from '../clock/record-cycles.ts';
import { goalSeconds } from '../policy/goal-seconds.ts';
import { caseStarts, numberSaves } from './number-saves.ts';
import { askSignals, type PlannedTarget, type ReplayPlan } from './replay-plan.ts';
import { requireRows, type ReplayRows } from './replay-rows.ts';

/** What to do with the ledger of a case; cases are numbered from 0 in the order of the rows. */
export type LedgerVisitor = (ledger: Ledger, caseNumber: number) => void;

/**
 * The full ledgers of many cases from narrow rows, one after another: the same as those of `runClock`. Saves after `now` are not looked at; a case that was opened later has no clocks.
 * @throws RangeError for rows that `requireRows` refuses
 */
export function replayLedgers(
  plans: readonly ReplayPlan[],
  { rows, now }: { readonly rows: ReplayRows; readonly now: Instant },
  visit: LedgerVisitor,
): void {
  requireRows(rows, plans);
  const starts = caseStarts(rows);
  const numbers = numberSaves(rows, starts, plans);
  for (let index = 0; index + 1 < starts.length; index++) {
    const start = starts[index]!;
    const plan = plans[rows.plan?.[start] ?? 0]!;
    const saves = { rows, numbers, start, end: endBefore(now, rows.at, [start, starts[index + 1]!]), now };
    visit({ openedAt: rows.at[start]!, now, clocks: plan.targets.flatMap((target) => readTarget(plan, target, saves)) }, index);
  }
}

interface Saves {
  readonly rows: ReplayRows;
  readonly numbers: Int32Array;
  readonly start: number;
  readonly end: number;
  readonly now: Instant;
}

function readTarget(plan: ReplayPlan, planned: PlannedTarget, { rows, numbers, start, end, now }: Saves): ClockLedger[] {
  const { target, calendar } = planned.row;
  const recorder = new CycleRecorder();
  const machine = new ClockMachine(recorder);
  for (let row = start; row < end; row++) {
    const number = numbers[row]!;
    const known = planned.signals[number]!;
    recorder.surroundings = { point: row - start, party: plan.parties[rows.party[row]!]!, pauses: target.pauses, exclusion: null };
    machine.save(rows.at[row]!, known >= 0 ? known : askSignals(plan, planned, number));
  }
  return recorder.finish(now).map((cycle, index) => {
    const goal = goalSeconds(target.goal, calendar, cycle.startedAt);
    const regimes = [{ row: planned.row, from: cycle.startedAt, goalSeconds: typeof goal === 'number' ? goal : null }];
    return clockLedger(cycle, { line: plan.line, kind: target.kind, number: index + 1, regimes, exclusions: [], now });
  });
}

/** The end of the rows of a case that lie at `now` or before. */
function endBefore(now: Instant, at: ArrayLike<number>, [start, end]: readonly [number, number]): number {
  let last = end;
  while (last > start && at[last - 1]! > now) last -= 1;
  return last;
}
