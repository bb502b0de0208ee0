import { Temporal } from 'temporal-polyfill';

const hourLength = 3_600_000;

/**
 * Turns clock readings of a zone into instants. Most hours of a zone have one offset, which is looked up once; hours around a
 * change go through the calendar. A reading that comes twice is taken as the first, one that never comes is null.
 */
export class LocalClock {
  readonly #offsets = new Map<number, number | null>();
  readonly #days = new Map<number, number>();

  constructor(readonly timeZone: string) {}

  /** `local`: the reading as if it were UTC, in epoch milliseconds. */
  instantOf(local: number): number | null {
    const hour = Math.floor(local / hourLength);
    let offset = this.#offsets.get(hour);
    if (offset === undefined) {
      offset = this.#steadyOffset(hour * hourLength);
      this.#offsets.set(hour, offset);
    }
    return offset === null ? this.#byCalendar(local) : local - offset;
  }

  /** First instant of the calendar day in which the reading falls. */
  startOfDay(local: number): number {
    const day = Math.floor(local / (24 * hourLength));
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const start = plain(day * 24 * hourLength)
      .toPlainDate()
      .toZonedDateTime(this.timeZone).epochMilliseconds;
    this.#days.set(day, start);
    return start;
  }

  #steadyOffset(from: number): number | null {
    const last = from + hourLength - 1;
    const [start, end] = [this.#byCalendar(from, true), this.#byCalendar(last, true)];
    if (start === null || end === null || from - start !== last - end) return null;
    return from - start;
  }

  /** `only`: null also where the reading comes twice. */
  #byCalendar(local: number, only = false): number | null {
    const reading = plain(local);
    const earlier = reading.toZonedDateTime(this.timeZone, { disambiguation: 'earlier' });
    if (!earlier.toPlainDateTime().equals(reading)) return null;
    const later = only ? reading.toZonedDateTime(this.timeZone, { disambiguation: 'later' }) : earlier;
    return later.epochMilliseconds === earlier.epochMilliseconds ? earlier.epochMilliseconds : null;
  }
}

const plain = (local: number) => Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime();
