import { signalsOf } from './clock-signals.ts';
import { ClockMachine } from './clock-machine.ts';
import type { CaseTimeline, TimelinePoint } from './case-timeline.ts';
import { CycleRecorder, type RecordedCycle } from './record-cycles.ts';
import { isSameRow, type Row } from './rows-in-force.ts';
import type { Instant } from '../calendar/calendar.ts';

/** The cycles of a promise, and the rows by which they were judged. */
export interface JudgedCycles {
  readonly cycles: readonly RecordedCycle[];
  readonly rows: readonly (Row | null)[];
}

/**
 * The cycles of one promise on one case. What stands still is decided at each save by the row that counts then, and stays as decided when another row takes over; while nothing was promised, by the
 * row that comes next. A row that takes over a clock which has not started is asked about the whole history. From the point after which nothing of the kind is promised any more, the clock is withdrawn.
 * @example runCycles({ points: [] }, [], 0) // { cycles: [], rows: [] }
 */
export function runCycles({ points }: Pick<CaseTimeline, 'points'>, rows: readonly (Row | null)[], now: Instant): JudgedCycles {
  const recorder = new CycleRecorder();
  const machine = new ClockMachine(recorder);
  const judging = fillFromNext(rows);
  for (const [index, point] of points.entries()) {
    const { party, exclusion } = point;
    const row = judging[index] ?? null;
    const before = judging[index - 1] ?? null;
    recorder.surroundings = { point: index, party, exclusion, pauses: row?.target.pauses ?? [] };
    if (row === null) {
      machine.withdraw(point.at, 'no-policy');
      break;
    }
    if (before !== null && !isSameRow(before, row)) {
      if (machine.isWaiting) return runCycles({ points }, withoutUntil(rows, index), now);
      machine.renumber(samePause(before, { row, pause: machine.pause }));
    }
    read(machine, point, row);
  }
  return { cycles: recorder.finish(now), rows };
}

function read(machine: ClockMachine, point: TimelinePoint, { target, policy }: Row): void {
  if (point.merged) return machine.withdraw(point.at, 'merged');
  machine.exclude(point.at, point.exclusion !== null);
  const signals = signalsOf(target, policy, point.facts);
  if (point.kind === 'save') machine.save(point.at, signals);
  else machine.revise(point.at, signals);
}

/** The number in the new row of the pause that holds in the old one; 0 when the new row has no such pause. */
function samePause(before: Row, { row, pause }: { readonly row: Row; readonly pause: number }): number {
  const reason = before.target.pauses[pause - 1]?.reason;
  return row.target.pauses.findIndex((other) => other.reason === reason) + 1;
}

const withoutUntil = (rows: readonly (Row | null)[], end: number): (Row | null)[] => rows.map((row, index) => (index < end ? null : row));

function fillFromNext(rows: readonly (Row | null)[]): (Row | null)[] {
  const filled = [...rows];
  for (let index = filled.length - 2; index >= 0; index--) filled[index] ??= filled[index + 1] ?? null;
  return filled;
}
