import { formatDateTime } from './format/date.ts';

/** An instant as the browser's field for date and time wants it, on the wall clock of a zone: `2026-11-20T18:00`. */
export const wallTimeIn = (instant: string, zone: string): string => formatDateTime(instant, { zone, locale: 'en' }).replace(' ', 'T');

/** The instant of a wall clock time (`2026-11-21T09:30`) in a zone. In the hour that a clock is set back it is the first of the two. */
export function instantInZone(wallTime: string, zone: string): string {
  const asUtc = Date.parse(`${wallTime.slice(0, 16)}:00Z`);
  const guesses = [offsetAt(zone, asUtc - 86_400_000), offsetAt(zone, asUtc + 86_400_000)].map((offset) => asUtc - offset);
  const fitting = guesses.filter((guess) => guess + offsetAt(zone, guess) === asUtc);
  return new Date(Math.min(...(fitting.length > 0 ? fitting : guesses))).toISOString();
}

/** Milliseconds that the wall clock of a zone is ahead of UTC. */
function offsetAt(zone: string, at: number): number {
  const wall = new Intl.DateTimeFormat('sv', {
    timeZone: zone,
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const),
  }).format(at);
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}
