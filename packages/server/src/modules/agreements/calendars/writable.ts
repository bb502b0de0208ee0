import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import type { DateOverride, Span } from '@zhiheng/sla-clock/calendar';

type Override = CalendarDefinition['overrides'][number];

/** Dates as the contract takes them: times to the minute, names as far as there are any. Hours that vanish by that are left out. */
export function writable(overrides: readonly DateOverride[]): Override[] {
  return overrides.flatMap(({ date, kind, name, spans }): Override[] => {
    const named =
      name === undefined || name.zh.trim() === '' || name.en.trim() === '' ? {} : { name: { zh: cut(name.zh), en: cut(name.en) } };
    if (spans === undefined) return [{ date, kind, ...named }];
    const kept = spans.map(toTheMinute).filter(({ from, to }) => from !== to);
    return kept.length === 0 ? [] : [{ date, kind, ...named, spans: kept.slice(0, 12) }];
  });
}

const cut = (text: string): string => text.trim().slice(0, 400).trim();
const toTheMinute = ({ from, to }: Span): Span => ({ from: from.slice(0, 5), to: to.slice(0, 5) });
