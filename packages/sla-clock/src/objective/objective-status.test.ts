import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from '../calendar/calendar.ts';
import { gatherEvidence, type EvidenceTerms } from './evidence.ts';
import type { Objective, Reading } from './objective.ts';
import { periodStatus, windowStatus, type WindowStatus } from './objective-status.ts';

const at = (text: string): number => Date.parse(text) / 1000;
const month = { kind: 'calendar', unit: 'month' } as const;
const november = { from: at('2026-11-01T00:00+08:00'), to: at('2026-12-01T00:00+08:00') };
const byMinutes: Objective = {
  id: 'portal',
  target: 0.999,
  method: { kind: 'time-slices', slice: 60, sliceTarget: 1 },
  windows: [month],
  zone: 'Asia/Shanghai',
};

/** A probe every minute of an interval; it fails in the minutes of `down`. */
function probe({ from, to }: Interval, down: readonly Interval[] = []): Reading[] {
  return Array.from({ length: (to - from) / 60 }, (_, i) => {
    const minute = from + i * 60;
    return { at: minute, good: down.some((gap) => minute >= gap.from && minute < gap.to) ? 0 : 1, total: 1 };
  });
}

const statusOf = (readings: readonly Reading[], now: number, terms: EvidenceTerms = {}): WindowStatus =>
  windowStatus(gatherEvidence(byMinutes, readings, terms), month, now);

const outage = { from: at('2026-11-10T10:00+08:00'), to: at('2026-11-10T10:30+08:00') };
const maintenance = { id: 'm1', ...outage, reason: 'agreed upgrade', approvedBy: 'Zhao', enteredAt: at('2026-11-12T09:00+08:00') };

describe('an availability objective', () => {
  // 99.9 % of the 43 200 minutes of a month of 30 days leaves 43.2 minutes: the workbook's own example.
  it('thirty minutes down leave 13.2 of the 43.2', () => {
    const status = periodStatus(gatherEvidence(byMinutes, probe(november, [outage])), november, november.to);
    expect(status).toMatchObject({ kind: 'measured', complete: true, good: 43_170, n: 43_200, met: true, attainment: 43_170 / 43_200 });
    expect(status).toMatchObject({
      budget: { allowed: expect.closeTo(43.2, 9), spent: 30, left: expect.closeTo(13.2, 9), leftShare: expect.closeTo(13.2 / 43.2, 9) },
    });
  });

  it('forty-four minutes down are too many', () => {
    const down = [{ from: outage.from, to: outage.from + 44 * 60 }];
    expect(periodStatus(gatherEvidence(byMinutes, probe(november, down)), november, november.to)).toMatchObject({
      met: false,
      good: 43_156,
    });
    const within = [{ from: outage.from, to: outage.from + 43 * 60 }];
    expect(periodStatus(gatherEvidence(byMinutes, probe(november, within)), november, november.to)).toMatchObject({ met: true });
  });

  it('the budget of a month in progress is the whole month’s', () => {
    const now = at('2026-11-11T00:00+08:00');
    const status = statusOf(probe({ from: november.from, to: now }, [outage]), now);
    expect(status).toMatchObject({
      n: 14_400,
      good: 14_370,
      met: false,
      complete: false,
      budget: { allowed: expect.closeTo(43.2, 9), spent: 30 },
    });
  });

  it('an exclusion leaves good and total, and is remembered', () => {
    const now = november.to - 60;
    const readings = probe({ from: november.from, to: now }, [outage]);
    expect(statusOf(readings, now, { exclusions: [maintenance] })).toMatchObject({
      n: 43_169,
      good: 43_169,
      attainment: 1,
      attainmentWithoutExclusions: 43_169 / 43_199,
      budget: { allowed: expect.closeTo(43.17, 9) },
      coverage: { expected: 43_169, measured: 43_169, share: 1 },
    });
  });

  it('an exclusion entered afterwards does not change what was known before', () => {
    const now = november.to - 60;
    const readings = probe({ from: november.from, to: now }, [outage]);
    const knownAt = (instant: number) => statusOf(readings, now, { exclusions: [maintenance], knownAt: instant });
    expect(knownAt(maintenance.enteredAt - 1)).toEqual(statusOf(readings, now));
    expect(knownAt(maintenance.enteredAt)).toEqual(statusOf(readings, now, { exclusions: [maintenance] }));
    expect(() => statusOf(readings, now, { exclusions: [{ ...maintenance, approvedBy: ' ' }] })).toThrow(RangeError);
  });

  it('time that nobody measured is missing, not good', () => {
    const now = at('2026-11-03T00:00+08:00');
    const firstDay = { from: november.from, to: november.from + 86_400 };
    expect(statusOf(probe(firstDay), now)).toMatchObject({
      n: 1440,
      attainment: 1,
      coverage: { expected: 2880, measured: 1440, share: 0.5 },
    });
    expect(statusOf([], now)).toMatchObject({ kind: 'unmeasured', coverage: { expected: 2880, measured: 0, share: 0 } });
  });

  it('minutes in which nothing happened were measured, and judge nothing', () => {
    const now = november.from + 120;
    const readings = [
      { at: november.from, good: 0, total: 0 },
      { at: november.from + 60, good: 1, total: 1 },
    ];
    expect(statusOf(readings, now)).toMatchObject({ n: 1, good: 1, coverage: { expected: 2, measured: 2, share: 1 } });
  });

  it('outside agreed time nothing counts', () => {
    const open = { from: at('2026-11-02T08:00+08:00'), to: at('2026-11-02T20:00+08:00') };
    const now = at('2026-11-03T00:00+08:00');
    const night = { from: at('2026-11-02T21:00+08:00'), to: at('2026-11-02T23:00+08:00') };
    const readings = probe({ from: november.from, to: now }, [night]);
    const always = { n: 720, good: 720, attainmentWithoutExclusions: 1, coverage: { expected: 720, measured: 720 } };
    expect(statusOf(readings, now, { agreedTime: [open] })).toMatchObject(always);
    const noon = { ...maintenance, from: open.from + 4 * 3600, to: open.from + 5 * 3600 };
    const reduced = { n: 660, good: 660, attainmentWithoutExclusions: 1, coverage: { expected: 660, measured: 660 } };
    expect(statusOf(readings, now, { agreedTime: [open], exclusions: [noon] })).toMatchObject(reduced);
  });

  it('the promise begins with its first day', () => {
    const since = at('2026-11-20T00:00+08:00');
    const now = at('2026-11-21T00:00+08:00');
    const evidence = gatherEvidence({ ...byMinutes, since }, probe({ from: november.from, to: now }, [outage]));
    expect(windowStatus(evidence, month, now)).toMatchObject({ from: since, n: 1440, good: 1440, coverage: { share: 1 } });
    expect(windowStatus(evidence, month, since - 86_400)).toMatchObject({
      kind: 'unmeasured',
      coverage: { expected: 0, measured: 0, share: null },
    });
  });

  it('a slice is good from its own target on', () => {
    const slices: Objective = { ...byMinutes, method: { kind: 'time-slices', slice: 300, sliceTarget: 0.95 } };
    const readings = [
      { at: november.from, good: 19, total: 20 },
      { at: november.from + 300, good: 18, total: 20 },
      { at: november.from + 590, good: 1, total: 1 },
    ];
    expect(windowStatus(gatherEvidence(slices, readings), month, november.from + 600)).toMatchObject({ good: 1, n: 2 });
  });

  it('an attainment equal to the target keeps the promise', () => {
    const tenth: Objective = { ...byMinutes, target: 0.9, method: { kind: 'occurrences', slice: 60 } };
    const status = (good: number) =>
      windowStatus(gatherEvidence(tenth, [{ at: november.from, good, total: 10 }]), month, november.from + 60);
    expect([status(9), status(8)]).toMatchObject([{ met: true }, { met: false }]);
  });

  it('refuses impossible objectives and readings', () => {
    expect(() => gatherEvidence({ ...byMinutes, target: 1 }, [])).toThrow(RangeError);
    expect(() => gatherEvidence({ ...byMinutes, target: 99.9 }, [])).toThrow(RangeError);
    expect(() => gatherEvidence({ ...byMinutes, method: { kind: 'occurrences', slice: 0 } }, [])).toThrow(RangeError);
    expect(() => gatherEvidence({ ...byMinutes, method: { kind: 'time-slices', slice: 60, sliceTarget: 95 } }, [])).toThrow(RangeError);
    expect(() => gatherEvidence(byMinutes, [{ at: 0, good: 2, total: 1 }])).toThrow(RangeError);
    expect(() => gatherEvidence(byMinutes, [{ at: 0, good: NaN, total: 1 }])).toThrow(RangeError);
  });
});

describe('counting second by second gives the same', () => {
  const interval = fc
    .tuple(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 0, max: 60 }))
    .map(([from, length]) => ({ from, to: from + length }));
  const reading = fc
    .record({ at: fc.integer({ min: -20, max: 260 }), good: fc.integer({ min: 0, max: 5 }), bad: fc.integer({ min: 0, max: 2 }) })
    .map(({ at: instant, good, bad }) => ({ at: instant, good, total: good + bad }));
  const question = fc.record({
    readings: fc.array(reading, { maxLength: 40 }),
    exclusions: fc.array(interval, { maxLength: 4 }),
    agreedTime: fc.option(fc.array(interval, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    since: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    now: fc.integer({ min: 1, max: 240 }),
    kind: fc.constantFrom('occurrences' as const, 'time-slices' as const),
    slice: fc.constantFrom(1, 7, 10, 60),
  });
  type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

  const covers = (intervals: readonly Interval[], second: number) => intervals.some(({ from, to }) => second >= from && second < to);
  const sumOf = (readings: readonly Reading[]) => ({
    good: readings.reduce((sum, { good }) => sum + good, 0),
    n: readings.reduce((sum, { total }) => sum + total, 0),
  });

  /** Every second on its own: is it promised, what was read in it. Shares no code with the engine. */
  function secondBySecond({ readings, exclusions, agreedTime, since, now, kind, slice }: Question) {
    const isPromised = (second: number) => (agreedTime === undefined || covers(agreedTime, second)) && !covers(exclusions, second);
    const from = Math.max(now - 3600, since ?? -3600);
    const starts = Array.from({ length: 3600 + now }, (_, i) => i - 3600).filter((start) => start % slice === 0);
    const slices = starts
      .filter((start) => start >= from && start + slice <= now)
      .map((start) => Array.from({ length: slice }, (_, i) => start + i).filter(isPromised))
      .map((seconds) => ({ seconds, read: readings.filter((reading) => seconds.includes(reading.at)) }));
    const judged = slices.map(({ read }) => sumOf(read)).filter(({ n }) => n > 0);
    const counted = readings.filter((reading) => reading.at >= from && reading.at < now && isPromised(reading.at));
    return {
      expected: slices.filter(({ seconds }) => seconds.length > 0).length,
      measured: slices.filter(({ read }) => read.length > 0).length,
      ...(kind === 'occurrences' ? sumOf(counted) : { good: judged.filter(({ good, n }) => good * 10 >= n * 9).length, n: judged.length }),
    };
  }

  function asked({ readings, exclusions, agreedTime, since, now, kind, slice }: Question): WindowStatus {
    const objective: Objective = {
      id: 'o',
      target: 0.9,
      method: kind === 'occurrences' ? { kind, slice } : { kind, slice, sliceTarget: 0.9 },
      windows: [],
      zone: 'UTC',
      ...(since === undefined ? {} : { since }),
    };
    const terms = {
      exclusions: exclusions.map((gap, i) => ({ ...gap, id: `${i}`, reason: 'r', approvedBy: 'a', enteredAt: 0 })),
      ...(agreedTime === undefined ? {} : { agreedTime }),
    };
    return windowStatus(gatherEvidence(objective, readings, terms), { kind: 'rolling', unit: 'hour', count: 1 }, now);
  }

  it('for counts and coverage', () => {
    fc.assert(
      fc.property(question, (q) => {
        const { good, n, expected, measured } = secondBySecond(q);
        const status = asked(q);
        expect(status.coverage).toMatchObject({ expected, measured });
        if (status.kind === 'unmeasured') expect(n).toBe(0);
        else expect({ good: status.good, n: status.n }).toEqual({ good, n });
      }),
      { numRuns: 300 },
    );
  });

  it('for readings and exclusions in any order, and an exclusion cut in two', () => {
    fc.assert(
      fc.property(question, (q) => {
        const halves = q.exclusions.flatMap(({ from, to }) => {
          const middle = Math.floor((from + to) / 2);
          return [
            { from: middle, to },
            { from, to: middle },
          ];
        });
        expect(asked({ ...q, readings: [...q.readings].reverse(), exclusions: halves })).toEqual(asked(q));
      }),
      { numRuns: 200 },
    );
  });
});
