import { setImmediate as nextTurn } from 'node:timers/promises';

/** A calculation that can be left and taken up again: yields how far it is, 0 to 1, and returns its result. */
export type Steps<T> = Generator<number, T, undefined>;

/** So long it calculates before others have their turn, and so often it says how far it is. */
const slice = 20;
const reportEvery = 700;

/** Runs a calculation beside everything else the process does. `report` says whether to go on: null when it was stopped. */
export async function runSteps<T>(steps: Steps<T>, report: (progress: number) => Promise<boolean>): Promise<T | null> {
  for (let reported = performance.now(); ; await nextTurn()) {
    const step = runSlice(steps);
    if (step.done === true) return step.value;
    if (performance.now() - reported < reportEvery) continue;
    reported = performance.now();
    if (!(await report(step.value))) return null;
  }
}

function runSlice<T>(steps: Steps<T>): IteratorResult<number, T> {
  const end = performance.now() + slice;
  for (;;) {
    const step = steps.next();
    if (step.done === true || performance.now() >= end) return step;
  }
}
