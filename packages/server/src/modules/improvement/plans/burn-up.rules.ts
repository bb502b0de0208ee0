import type { Plan } from '@zhiheng/contract/improvement/plans';

/** Work of which it is known when it is due and when it was done. */
export interface Portion {
  readonly weight: number;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
}

interface Stretch {
  readonly fromOn: string;
  readonly untilOn: string;
}

/**
 * How much was to be done and how much was done by the end of each month of a plan, as parts of the whole weight. Work without a day is due at the
 * end. Months that have not begun have nothing done.
 */
export function burnUpOf(portions: readonly Portion[], { fromOn, untilOn }: Stretch, today: string): Plan['burnUp'] {
  const whole = portions.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return [];
  const upTo = (month: string, dayOf: (portion: Portion) => string | null): number =>
    portions.reduce((sum, portion) => sum + ((dayOf(portion)?.slice(0, 7) ?? '9999-12') <= month ? portion.weight : 0), 0) / whole;
  return monthsBetween(fromOn.slice(0, 7), untilOn.slice(0, 7)).map((month) => ({
    month,
    planned: upTo(month, ({ dueOn }) => dueOn ?? untilOn),
    done: month <= today.slice(0, 7) ? upTo(month, ({ doneOn }) => doneOn) : null,
  }));
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}
