import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { LocalClock } from './local-clock.rules.ts';
import { readTime, type TimeForm } from './read-time.rules.ts';

const at = (text: string): number => Date.parse(`${text}Z`);

describe('a clock reading of a zone', () => {
  it('is an instant, one hour later in winter', () => {
    const berlin = new LocalClock('Europe/Berlin');
    expect(berlin.instantOf(at('2026-07-01T12:00'))).toBe(at('2026-07-01T10:00'));
    expect(berlin.instantOf(at('2026-12-01T12:00'))).toBe(at('2026-12-01T11:00'));
  });

  it('does not exist while the clock jumps forward', () => {
    const berlin = new LocalClock('Europe/Berlin');
    expect(berlin.instantOf(at('2026-03-29T01:59'))).toBe(at('2026-03-29T00:59'));
    expect(berlin.instantOf(at('2026-03-29T02:00'))).toBeNull();
    expect(berlin.instantOf(at('2026-03-29T02:59:59'))).toBeNull();
    expect(berlin.instantOf(at('2026-03-29T03:00'))).toBe(at('2026-03-29T01:00'));
  });

  it('is the first of two when the clock goes back', () => {
    expect(new LocalClock('Europe/Berlin').instantOf(at('2026-10-25T02:30'))).toBe(at('2026-10-25T00:30'));
  });

  it('knows zones off the full hour and changes of half an hour', () => {
    expect(new LocalClock('Asia/Kathmandu').instantOf(at('2026-01-01T00:00'))).toBe(at('2025-12-31T18:15'));
    const lordHowe = new LocalClock('Australia/Lord_Howe');
    expect(lordHowe.instantOf(at('2026-10-04T02:15'))).toBeNull();
    expect(lordHowe.instantOf(at('2026-10-04T02:30'))).toBe(at('2026-10-03T15:30'));
  });

  it('agrees with the calendar everywhere', () => {
    const zones = ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Casablanca'].map(
      (zone) => new LocalClock(zone),
    );
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2_000_000_000 }), (clock, seconds) => {
        const plain = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
          .toZonedDateTimeISO('UTC')
          .toPlainDateTime();
        const earlier = plain.toZonedDateTime(clock.timeZone, { disambiguation: 'earlier' });
        const expected = earlier.toPlainDateTime().equals(plain) ? earlier.epochMilliseconds : null;
        expect(clock.instantOf(seconds * 1000)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a time cell', () => {
  const form = (changes: Partial<TimeForm> = {}): TimeForm => ({
    grain: 'instant',
    dayOrder: 'day-first',
    clock: new LocalClock('America/New_York'),
    calendar: new LocalClock('Asia/Shanghai'),
    ...changes,
  });

  it('is read in the zone of the file, unless it names its own', () => {
    expect(readTime(' 2026-01-05 12:00 ', form())).toBe(at('2026-01-05T17:00'));
    expect(readTime('2026-01-05T12:00+01:00', form())).toBe(at('2026-01-05T11:00'));
  });

  it('names a period of the calendar of the organisation', () => {
    expect(readTime('2026-03', form({ grain: 'month' }))).toBe(at('2026-02-28T16:00'));
    expect(readTime('2026-01-05T23:30Z', form({ grain: 'day' }))).toBe(at('2026-01-04T16:00'));
  });

  it('is blank or impossible, and says which', () => {
    expect(['', '  ', '-', 'N/A', 'null'].map((text) => readTime(text, form()))).toEqual(Array(5).fill('blank'));
    expect(['2026-03-08 02:30', '2026-02-30', '?'].map((text) => readTime(text, form()))).toEqual(Array(3).fill('impossible'));
  });
});
