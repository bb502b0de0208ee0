import { ClockMachine } from '../clock/clock-machine.ts';
import { targetKinds } from '../policy/policy.ts';
import { CycleTally } from './cycle-tally.ts';
import { caseStarts, numberSaves } from './number-saves.ts';
import { askSignals, type PlannedTarget, type ReplayPlan } from './replay-plan.ts';
import { requireRows, type ReplayRows } from './replay-rows.ts';
import { emptyClocks, type ReplayedClocks } from './replayed-clocks.ts';

/**
 * The stored projections of many cases from narrow rows, as columns, cases in the order of the rows: the same as `projectClocks` of `runClock` for each case. Of policies only what a plan can say is
 * read: cases whose priority or service changed, or with exclusions, are run one by one.
 * @throws RangeError for rows that `requireRows` refuses
 * @example replayCases([], { caseOf: [], at: [], status: [], party: [] }).cases // 0
 */
export function replayCases(plans: readonly ReplayPlan[], rows: ReplayRows): ReplayedClocks {
  requireRows(rows, plans);
  const starts = caseStarts(rows);
  const numbers = numberSaves(rows, starts, plans);
  const clocks = emptyClocks(starts.length - 1);
  const readers = plans.map((plan) => plan.targets.map((target) => new TargetReader(plan, target)));
  for (let index = 0; index < clocks.cases; index++) {
    const start = starts[index]!;
    const saves = { at: rows.at, numbers, start, end: starts[index + 1]! };
    for (const reader of readers[rows.plan?.[start] ?? 0]!) reader.read(saves, clocks, index);
  }
  return clocks;
}

interface Saves {
  readonly at: ArrayLike<number>;
  readonly numbers: Int32Array;
  readonly start: number;
  readonly end: number;
}

/** Reads case after case for one target of a plan. */
class TargetReader {
  readonly #plan: ReplayPlan;
  readonly #target: PlannedTarget;
  readonly #tally: CycleTally;
  readonly #machine: ClockMachine;
  readonly #column: number;

  constructor(plan: ReplayPlan, target: PlannedTarget) {
    this.#plan = plan;
    this.#target = target;
    this.#tally = new CycleTally(target.row);
    this.#machine = new ClockMachine(this.#tally);
    this.#column = targetKinds.indexOf(target.row.target.kind);
  }

  read({ at, numbers, start, end }: Saves, clocks: ReplayedClocks, index: number): void {
    const { signals } = this.#target;
    this.#machine.forget();
    this.#tally.forget();
    for (let row = start; row < end; row++) {
      const number = numbers[row]!;
      const known = signals[number]!;
      this.#machine.save(at[row]!, known >= 0 ? known : askSignals(this.#plan, this.#target, number));
    }
    this.#tally.write(clocks, index * targetKinds.length + this.#column);
  }
}
