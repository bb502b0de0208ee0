import { isBlank } from './blank.rules.ts';
import type { LocalClock } from './local-clock.rules.ts';
import { parsePeriodText } from './period-text.rules.ts';
import { parseTimeText, type DayOrder } from './time-text.rules.ts';

export type TimeGrain = 'instant' | 'day' | 'month' | 'quarter' | 'year';

/** Epoch milliseconds, or why there are none. */
export type ReadTime = number | 'blank' | 'impossible';

export interface TimeForm {
  readonly grain: TimeGrain;
  readonly dayOrder: DayOrder;
  /** zone of clock readings that name none */
  readonly clock: LocalClock;
  /** zone whose calendar a day, month, quarter or year belongs to */
  readonly calendar: LocalClock;
}

/** Reads a time cell: an instant, or the first instant of the period that it names. */
export function readTime(text: string, form: TimeForm): ReadTime {
  const trimmed = text.trim();
  if (isBlank(trimmed)) return 'blank';
  if (form.grain !== 'instant') {
    const start = parsePeriodText(trimmed, form.grain, form.dayOrder);
    return start === null ? 'impossible' : form.calendar.startOfDay(start);
  }
  const time = parseTimeText(trimmed, form.dayOrder);
  if (time === null) return 'impossible';
  return time.offset === null ? (form.clock.instantOf(time.local) ?? 'impossible') : time.local - time.offset * 60_000;
}
