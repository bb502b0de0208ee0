import { invalidField } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { readMonths } from '../measurement/index.ts';
import { dayOf, monthPeriod, parsePeriod, type ScorePeriod } from './period.rules.ts';

/** The period that was asked for; else the newest month with data that has begun; without any data, this month. */
export async function choosePeriod(operation: Operation, timeZone: string, asked: string | undefined): Promise<ScorePeriod> {
  return asked === undefined ? defaultPeriod(await monthsWithData(operation, timeZone), dayOf(operation.now, timeZone)) : periodOf(asked);
}

/** Throws `invalid` for what is no period, such as `2026-13`. */
export function periodOf(asked: string): ScorePeriod {
  const period = parsePeriod(asked);
  if (period === null) throw invalidField('period', 'period');
  return period;
}

/** Months that hold any observation, newest first. */
export async function monthsWithData(operation: Operation, timeZone: string): Promise<string[]> {
  return (await readMonths(operation)).map((start) => dayOf(start, timeZone).slice(0, 7));
}

/** @example defaultPeriod(['2031-01', '2026-10'], '2026-11-21').key // '2026-10' */
export function defaultPeriod(withData: readonly string[], today: string): ScorePeriod {
  const month = today.slice(0, 7);
  return monthPeriod(withData.find((candidate) => candidate <= month) ?? month);
}
