import type { ClockLedger } from '../clock/ledger.ts';

/** What the signals read of a clock's ledger. */
export type JudgedClock = Pick<
  ClockLedger,
  'agreement' | 'target' | 'cycle' | 'goalSeconds' | 'startedAt' | 'intervals' | 'usedSeconds' | 'status'
>;

/** A clock and who handled its case. Give one target only, of one agreement, or a pause counts several times. */
export interface HandledClock {
  readonly caseId: string;
  /** person or team */
  readonly group: string;
  readonly clock: JudgedClock;
}

/** `within`: the last share of the goal that counts as just before due. `needed`: minimum n of a judgement. */
export interface SignalOptions {
  readonly within?: number;
  readonly needed?: number;
}

/** A clock with the working seconds of its goal. */
export interface MeasuredClock extends HandledClock {
  readonly goalSeconds: number;
}

/**
 * The clocks whose goal has a length; a goal that its calendar cannot hold says nothing about how it was reached.
 * @example withGoal([{ caseId: 'C-7', group: 'Li', clock: { goalSeconds: null } }]) // []
 */
export function withGoal(clocks: readonly HandledClock[]): MeasuredClock[] {
  return clocks.flatMap((handled) => {
    const { goalSeconds } = handled.clock;
    return goalSeconds === null || goalSeconds <= 0 ? [] : [{ ...handled, goalSeconds }];
  });
}
