import { Temporal } from 'temporal-polyfill';

/** Where an instant falls in the calendar of a zone; starts are epoch milliseconds. */
export interface Buckets {
  readonly hour: number;
  readonly day: number;
  readonly month: number;
  /** local calendar day, `2026-11-21` */
  readonly date: string;
}

interface QuietDay {
  /** milliseconds to add to UTC; null: the offset changes somewhere around this day */
  readonly offset: number | null;
}

const dayLength = 86_400_000;
const hourLength = 3_600_000;

/**
 * Finds hour, day and month of instants in one zone. Days without a change of offset nearby are plain arithmetic, the
 * others go through the calendar, so that days of 23 and 25 hours and zones off the full hour come out right.
 */
export class BucketClock {
  readonly #days = new Map<number, QuietDay>();
  readonly #dates = new Map<number, string>();
  readonly #months = new Map<string, number>();

  constructor(readonly timeZone: string) {}

  at(instant: number): Buckets {
    const offset = this.#quietOffset(Math.floor(instant / dayLength));
    return offset === null ? this.#byCalendar(instant) : this.#byArithmetic(instant, offset);
  }

  #quietOffset(utcDay: number): number | null {
    const known = this.#days.get(utcDay);
    if (known !== undefined) return known.offset;
    const [before, after] = [this.#offsetAt((utcDay - 1) * dayLength), this.#offsetAt((utcDay + 2) * dayLength)];
    const day = { offset: before === after ? before : null };
    this.#days.set(utcDay, day);
    return day.offset;
  }

  #offsetAt(instant: number): number {
    return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.timeZone).offsetNanoseconds / 1e6;
  }

  #byArithmetic(instant: number, offset: number): Buckets {
    const local = instant + offset;
    const localDay = Math.floor(local / dayLength);
    const date = this.#dateOf(localDay);
    const hour = Math.floor(local / hourLength) * hourLength - offset;
    return { hour, day: localDay * dayLength - offset, month: this.#monthStart(date), date };
  }

  #dateOf(localDay: number): string {
    const known = this.#dates.get(localDay);
    if (known !== undefined) return known;
    const date = new Date(localDay * dayLength).toISOString().slice(0, 10);
    this.#dates.set(localDay, date);
    return date;
  }

  #monthStart(date: string): number {
    const month = date.slice(0, 7);
    const known = this.#months.get(month);
    if (known !== undefined) return known;
    const start = Temporal.PlainDate.from(`${month}-01`).toZonedDateTime(this.timeZone).epochMilliseconds;
    this.#months.set(month, start);
    return start;
  }

  #byCalendar(instant: number): Buckets {
    const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.timeZone);
    const date = local.toPlainDate().toString();
    const sinceHour = local.minute * 60_000 + local.second * 1000 + local.millisecond;
    return { hour: instant - sinceHour, day: local.startOfDay().epochMilliseconds, month: this.#monthStart(date), date };
  }
}
