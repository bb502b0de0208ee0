import { addDays, compileCalendar, workingIntervals, type Interval } from '@zhiheng/sla-clock/calendar';
import type { Operation } from '../../../platform/operation.ts';
import { calendarOf } from '../policy-of.ts';
import { readCalendars } from '../read-agreements-in-force.ts';

const dateOf = (second: number): string => new Date(second * 1000).toISOString().slice(0, 10);

/** The working time of a calendar, as it is now, between two instants (seconds). Null for a calendar that nobody has. */
export async function readWorkingTime(
  operation: Pick<Operation, 'db' | 'orgId'>,
  calendarId: string,
  { from, to }: Interval,
): Promise<Interval[] | null> {
  const [row] = await readCalendars(operation, [calendarId]);
  if (row === undefined) return null;
  const range = { from: addDays(dateOf(from), -2), to: addDays(dateOf(to), 3) };
  return workingIntervals(compileCalendar(calendarOf(row.id, row.version, row.definition), range), from, to);
}
