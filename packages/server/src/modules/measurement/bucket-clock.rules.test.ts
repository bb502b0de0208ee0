import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { BucketClock } from './bucket-clock.rules.ts';

const zones = [
  'Asia/Shanghai',
  'UTC',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'Pacific/Apia',
];

describe('the bucket clock', () => {
  it('agrees with the calendar in every zone, at any instant', () => {
    const clocks = new Map(zones.map((zone) => [zone, new BucketClock(zone)]));
    const instant = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2035-01-01') });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        const buckets = clocks.get(zone)?.at(at);
        expect(buckets?.date).toBe(local.toPlainDate().toString());
        expect(buckets?.day).toBe(local.startOfDay().epochMilliseconds);
        expect(buckets?.month).toBe(local.toPlainDate().with({ day: 1 }).toZonedDateTime(zone).epochMilliseconds);
      }),
      { numRuns: 3000, seed: 20_261_121 },
    );
  });

  it.each([
    ['the hour that a change of clocks repeats', 'America/New_York', '2026-11-01T06:30:00Z', '2026-11-01T06:00:00.000Z'],
    ['an hour in a zone of three quarters', 'Asia/Kathmandu', '2026-05-01T00:20:00Z', '2026-05-01T00:15:00.000Z'],
    ['an hour at midnight of a day of 23 hours', 'America/New_York', '2026-03-08T05:59:59Z', '2026-03-08T05:00:00.000Z'],
  ])('finds %s', (...[, zone, at, hour]) => expect(new Date(new BucketClock(zone).at(Date.parse(at)).hour).toISOString()).toBe(hour));
});
