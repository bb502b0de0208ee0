import { startOfDay } from './day-bounds.ts';
import { formatDateTime } from './format/date.ts';

/** An instant as the browser's field for date and time wants it, on the wall clock of a zone: `2026-11-20T18:00`. */
export const wallTimeIn = (instant: string, zone: string): string => formatDateTime(instant, { zone, locale: 'en' }).replace(' ', 'T');

/** The instant at which a zone's wall clock shows this. Around a change of the clocks it is at most that change away. */
export function instantInZone(wallTime: string, zone: string): string {
  const [day = '', time = '00:00'] = wallTime.split('T');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const guess = new Date(Date.parse(startOfDay(day, zone)) + (hour * 60 + minute) * 60_000);
  const shown = Date.parse(`${wallTimeIn(guess.toISOString(), zone)}:00Z`);
  return new Date(guess.getTime() + Date.parse(`${day}T${time.slice(0, 5)}:00Z`) - shown).toISOString();
}
