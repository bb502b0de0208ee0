import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';

export type Span = CalendarDefinition['makeUpHours'][number];

const time = String.raw`(\d{1,2})(?::?([0-5]\d))?`;
const pair = new RegExp(`^${time}\\s*(?:-|to|至|到|~)\\s*(?:次日)?${time}$`);

/** Reads the hours of a day: `9-12, 13:30-18:00`; `22:00-6:00` runs over midnight; `24h` or `全天` is the whole day. Empty: closed. Null: not readable. */
export function readSpans(text: string): Span[] | null {
  const said = text.normalize('NFKC').replaceAll(/[–—−]/g, '-').trim().toLowerCase();
  if (said === '' || /^(closed|休息|休|-)$/.test(said)) return [];
  if (/^(24h|24 小时|24小时|全天|all day)$/.test(said)) return [{ from: '00:00', to: '24:00' }];
  const spans = said.split(/\s*[,;、]\s*|\s+(?=\d{1,2}(?::?[0-5]\d)?\s*-)/).map((part) => readSpan(part.trim()));
  return spans.every((span) => span !== null) ? spans.sort((a, b) => (a.from < b.from ? -1 : 1)) : null;
}

function readSpan(text: string): Span | null {
  const found = pair.exec(text);
  if (found === null) return null;
  const [, fromHour, fromMinute, toHour, toMinute] = found;
  const from = clockTime(fromHour, fromMinute);
  const to = clockTime(toHour, toMinute);
  return from === null || to === null || from === '24:00' || from === to ? null : { from, to };
}

function clockTime(hour = '', minute = '00'): string | null {
  const whole = `${hour.padStart(2, '0')}:${minute}`;
  return whole <= '23:59' || whole === '24:00' ? whole : null;
}

/** Writes them as `readSpans` reads them. */
export const spansText = (spans: readonly Span[]): string => spans.map(({ from, to }) => `${from}-${to}`).join(', ');

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** A span that ends at or before its start ends on the following day. */
export const runsOverMidnight = ({ from, to }: Span): boolean => to <= from;

/** Hours in a set of spans, for a figure beside them; the clock itself counts on the server. */
export const hoursIn = (spans: readonly Span[]): number =>
  spans.reduce((sum, span) => sum + minutesOf(span.to) - minutesOf(span.from) + (runsOverMidnight(span) ? 1440 : 0), 0) / 60;
