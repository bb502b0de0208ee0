import { happening, saveNumber, type ReplayPlan } from './replay-plan.ts';
import type { ReplayRows } from './replay-rows.ts';

/**
 * Where each case begins, with the number of rows at the end.
 * @example [...caseStarts({ caseOf: [7, 7, 8] })] // [0, 2, 3]
 */
export function caseStarts({ caseOf }: ReplayRows): Int32Array {
  const starts: number[] = [];
  for (let row = 0; row < caseOf.length; row++) if (row === 0 || caseOf[row] !== caseOf[row - 1]) starts.push(row);
  return Int32Array.from([...starts, caseOf.length]);
}

/**
 * The kind of each save, as its plan numbers it.
 * @example
 * const rows = { caseOf: [7, 7], at: [0, 60], status: [0, 1], party: [0, 0] };
 * [...numberSaves(rows, caseStarts(rows), [{ parties: [{ kind: 'customer' }] }])] // [8, 160]
 */
export function numberSaves(rows: ReplayRows, starts: Int32Array, plans: readonly ReplayPlan[]): Int32Array {
  const numbers = new Int32Array(rows.caseOf.length);
  for (let index = 0; index + 1 < starts.length; index++) {
    const start = starts[index]!;
    const plan = plans[rows.plan?.[start] ?? 0]!;
    numberCase({ numbers, rows, plan }, start, starts[index + 1]!);
  }
  return numbers;
}

interface Numbering {
  readonly numbers: Int32Array;
  readonly rows: ReplayRows;
  readonly plan: ReplayPlan;
}

function numberCase({ numbers, rows, plan }: Numbering, start: number, end: number): void {
  const { status, party, happened } = rows;
  let place = { status: status[start]!, party: party[start]! };
  let answered = 0;
  for (let row = start; row < end; row++) {
    const before = place;
    place = { status: status[row]!, party: party[row]! };
    const said = happened?.[row] ?? 0;
    if (said & happening.teamReply) answered = happening.answered;
    const opened = row === start ? happening.opened : 0;
    const changes =
      (place.status === before.status ? 0 : happening.statusChanged) | (place.party === before.party ? 0 : happening.partyChanged);
    numbers[row] = saveNumber(plan, place, said | answered | opened | changes);
  }
}
