import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { spansText } from './spans-text.ts';

export const weekdayWords = [
  m.calendars_monday,
  m.calendars_tuesday,
  m.calendars_wednesday,
  m.calendars_thursday,
  m.calendars_friday,
  m.calendars_saturday,
  m.calendars_sunday,
] as const;

/** `周一至周五 09:00-18:00；周六 09:00-12:00`: days of the same hours together, closed days unsaid. */
export function weekText(week: CalendarDefinition['week'], { locale }: Pick<Format, 'locale'>): string {
  const texts = week.map(spansText);
  if (texts.every((text) => text === '00:00-24:00')) return m.calendars_always_open();
  const runs = texts.reduce<{ from: number; to: number; text: string }[]>((found, text, day) => {
    const last = found.at(-1);
    if (last?.text !== text) return [...found, { from: day, to: day, text }];
    return [...found.slice(0, -1), { ...last, to: day }];
  }, []);
  const said = runs.filter(({ text }) => text !== '').map(({ from, to, text }) => `${daysText(from, to)} ${text}`);
  return said.length === 0 ? m.calendars_never_open() : said.join(locale === 'zh' ? '；' : '; ');
}

function daysText(from: number, to: number): string {
  const [first, last] = [weekdayWords[from]?.() ?? '', weekdayWords[to]?.() ?? ''];
  return from === to ? first : m.calendars_days_from_to({ first, last });
}
