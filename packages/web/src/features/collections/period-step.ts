/** The first day of a period of a collection, from its key. */
export function firstDayOf(key: string): string {
  const year = Number(key.slice(0, 4));
  const part = key.slice(5);
  if (part.length === 5) return key;
  if (part.startsWith('W')) return isoDay(mondayOfWeek(year, Number(part.slice(1))));
  return isoDay(Date.UTC(year, (numberIn(part) - 1) * monthsIn(part), 1));
}

/**
 * The period that many after (or, when negative, before).
 *
 * @example stepPeriod('2026-Q4', 1) // '2027-Q1'
 */
export function stepPeriod(key: string, by: 1 | -1): string {
  const part = key.slice(5);
  const first = new Date(`${firstDayOf(key)}T00:00:00Z`);
  if (part.length === 5) return isoDay(first.getTime() + by * day);
  if (part.startsWith('W')) return weekKey(first.getTime() + by * 7 * day);
  const months = first.getUTCFullYear() * 12 + first.getUTCMonth() + by * monthsIn(part);
  const [year, place] = [Math.floor(months / 12), (months % 12) / monthsIn(part) + 1];
  if (part === '') return String(year);
  return `${year}-${/^[QH]/.test(part) ? part.slice(0, 1) + place : String(place).padStart(2, '0')}`;
}

const day = 86_400_000;
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

const monthsIn = (part: string): number => (part === '' ? 12 : part.startsWith('H') ? 6 : part.startsWith('Q') ? 3 : 1);
const numberIn = (part: string): number => (part === '' ? 1 : Number(part.replace(/^[QH]/, '')));

/** 4 January always lies in the first week (ISO 8601). */
function mondayOfWeek(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * day + (week - 1) * 7 * day;
}

/** A week belongs to the year of its Thursday. */
function weekKey(monday: number): string {
  const year = new Date(monday + 3 * day).getUTCFullYear();
  const week = Math.round((monday - mondayOfWeek(year, 1)) / (7 * day)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
