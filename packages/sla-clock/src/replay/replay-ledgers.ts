import type { Instant } from '../calendar/calendar.ts';
import { clockLedger } from '../clock/clock-ledger.ts';
import { ClockMachine } from '../clock/clock-machine.ts';
import type { ClockLedger, Ledger } from '../clock/ledger.ts';
import { CycleRecorder, type RecordedCycle } from '../clock/record-cycles.ts';
import { goalSeconds } from '../policy/goal-seconds.ts';
import { caseStarts, numberSaves } from './number-saves.ts';
import { askSignals, type PlannedTarget, type ReplayPlan } from './replay-plan.ts';
import { requireRows, type ReplayRows } from './replay-rows.ts';

/** What to do with the ledger of a case; cases are numbered from 0 in the order of the rows. */
export type LedgerVisitor = (ledger: Ledger, caseNumber: number) => void;

/**
 * The full ledgers of many cases from narrow rows, one after another: the same as those of `runClock`. Saves after `now` are not looked at; a case that was opened later has no clocks.
 * @throws RangeError for rows that `requireRows` refuses
 * @example replayLedgers([], { rows: { caseOf: [], at: [], status: [], party: [] }, now: 0 }, () => {}) // undefined
 */
export function replayLedgers(
  plans: readonly ReplayPlan[],
  { rows, now }: { readonly rows: ReplayRows; readonly now: Instant },
  visit: LedgerVisitor,
): void {
  requireRows(rows, plans);
  const starts = caseStarts(rows);
  const numbers = numberSaves(rows, starts, plans);
  const readers = plans.map((plan) => plan.targets.map((target) => new LedgerReader(plan, target, { rows, numbers, now })));
  for (let index = 0; index + 1 < starts.length; index++) {
    const start = starts[index]!;
    const clocks: ClockLedger[] = [];
    const end = endBefore(now, rows.at, [start, starts[index + 1]!]);
    for (const reader of readers[rows.plan?.[start] ?? 0]!) reader.read(clocks, start, end);
    visit({ openedAt: rows.at[start]!, now, clocks }, index);
  }
}

interface History {
  readonly rows: ReplayRows;
  readonly numbers: Int32Array;
  readonly now: Instant;
}

/** Reads case after case for one target of a plan. */
class LedgerReader {
  readonly #plan: ReplayPlan;
  readonly #target: PlannedTarget;
  readonly #history: History;
  readonly #goal: number | null;

  constructor(plan: ReplayPlan, target: PlannedTarget, history: History) {
    this.#plan = plan;
    this.#target = target;
    this.#history = history;
    const { goal } = target.row.target;
    this.#goal = goal.kind === 'working-time' ? goal.seconds : null;
  }

  read(clocks: ClockLedger[], start: number, end: number): void {
    const { rows, numbers, now } = this.#history;
    const { row, signals } = this.#target;
    const recorder = new CycleRecorder();
    const machine = new ClockMachine(recorder);
    for (let at = start; at < end; at++) {
      const number = numbers[at]!;
      const known = signals[number]!;
      recorder.surroundings = {
        point: at - start,
        party: this.#plan.parties[rows.party[at]!]!,
        pauses: row.target.pauses,
        exclusion: null,
      };
      machine.save(rows.at[at]!, known >= 0 ? known : askSignals(this.#plan, this.#target, number));
    }
    const cycles = recorder.finish(now);
    for (let index = 0; index < cycles.length; index++) clocks.push(this.#ledger(cycles[index]!, index + 1));
  }

  #ledger(cycle: RecordedCycle, number: number): ClockLedger {
    const { row } = this.#target;
    const regimes = [{ row, from: cycle.startedAt, goalSeconds: this.#goal ?? this.#countedGoal(cycle.startedAt) }];
    return clockLedger(cycle, { line: this.#plan.line, kind: row.target.kind, number, regimes, exclusions: [], now: this.#history.now });
  }

  #countedGoal(at: Instant): number | null {
    const goal = goalSeconds(this.#target.row.target.goal, this.#target.row.calendar, at);
    return typeof goal === 'number' ? goal : null;
  }
}

/** The end of the rows of a case that lie at `now` or before. */
function endBefore(now: Instant, at: ArrayLike<number>, [start, end]: readonly [number, number]): number {
  let last = end;
  while (last > start && at[last - 1]! > now) last -= 1;
  return last;
}
