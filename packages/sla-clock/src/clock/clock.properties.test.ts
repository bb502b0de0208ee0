import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar, type DateOverride, type Interval } from '../calendar/index.ts';
import type { ClockEvent } from './clock-event.ts';
import { compareCaseWithWalk, life, range, runWorld as run, world, type World } from './compare-case-with-walk.testing.ts';
import type { ClockLedger, Ledger } from './ledger.ts';
import { projectClocks } from './projection.ts';
import { day } from './random-case.testing.ts';
import { secondsByParty } from './seconds-by-party.ts';

const seeds = fc.nat();
const runs = (numRuns: number) => ({ numRuns, seed: 20_261_121 });

/** When the clock runs out, or would if it were resumed now; later than everything when it never does. */
function runsOut({ deadline }: ClockLedger): number {
  if (deadline.kind === 'due') return deadline.at;
  return deadline.kind === 'held' ? (deadline.ifResumedNow ?? Infinity) : Infinity;
}

/** Puts the case on hold for a while. What else happens is left as it is. */
const withHold = (events: readonly ClockEvent[], { from, to }: Interval): ClockEvent[] =>
  [
    ...events.map((event) => (event.kind === 'saved' && event.fields?.hold !== undefined ? { ...event, fields: {} } : event)),
    { kind: 'saved', at: from, fields: { hold: true } } as const,
    { kind: 'saved', at: to, fields: { hold: false } } as const,
  ].sort((a, b) => a.at - b.at);

const holdIn = ({ events, now }: World, [a, b]: readonly [number, number]): Interval => {
  const opening = events[0]!.at;
  const [first, last] = [Math.min(a, b), Math.max(a, b)];
  return { from: opening + Math.floor(first * (now - opening)), to: opening + Math.floor(last * (now - opening)) };
};
const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const shares = fc.tuple(share, share);

describe('properties of the clock', () => {
  it('pausing never makes a deadline earlier', () => {
    fc.assert(
      fc.property(seeds, shares, (seed, where) => {
        const some = world(seed);
        const hold = holdIn(some, where);
        const [before] = run({ ...some, events: withHold(some.events, { from: hold.from, to: hold.from }) }).clocks;
        const [after] = run({ ...some, events: withHold(some.events, hold) }).clocks;
        if (before === undefined || after === undefined) return;
        expect(runsOut(after)).toBeGreaterThanOrEqual(runsOut(before));
        expect(after.usedSeconds).toBeLessThanOrEqual(before.usedSeconds);
      }),
      runs(150),
    );
  });

  it('splitting a pause changes nothing', () => {
    fc.assert(
      fc.property(seeds, shares, share, (seed, where, part) => {
        const some = world(seed);
        const hold = holdIn(some, where);
        const cut = hold.from + Math.floor(part * (hold.to - hold.from));
        const whole = withHold(some.events, hold);
        const split = [
          ...whole,
          { kind: 'saved', at: cut, fields: { hold: false } } as const,
          { kind: 'saved', at: cut, fields: { hold: true } } as const,
        ].sort((a, b) => a.at - b.at);
        // At the ends of the hold the order of the saves of one second would be another story.
        fc.pre(hold.from < cut && cut < hold.to);
        const withoutSaves = (ledger: Ledger) =>
          JSON.stringify(ledger.clocks.map(({ standing, ...clock }) => ({ ...clock, phase: standing.phase })));
        expect(withoutSaves(run({ ...some, events: split }))).toBe(withoutSaves(run({ ...some, events: whole })));
      }),
      runs(150),
    );
  });

  it('adding a holiday never makes a deadline earlier, adding a make-up day never later', () => {
    const date = fc.integer({ min: 0, max: 60 }).map((days) => new Date((life.from + days * day) * 1000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(seeds, date, (seed, on) => {
        const some = world(seed);
        const adding = (override: DateOverride) => {
          const calendar = { ...some.calendar, overrides: [...some.calendar.overrides, override] };
          return run({ ...some, compiled: compileCalendar(calendar, range) }).clocks.map(runsOut);
        };
        const plain = run(some).clocks.map(runsOut);
        adding({ date: on, kind: 'public-holiday' }).forEach((at, index) => expect(at).toBeGreaterThanOrEqual(plain[index]!));
        // Open all day, so that it adds hours whatever the date had.
        const allDay = [{ from: '00:00', to: '24:00' }];
        adding({ date: on, kind: 'make-up-day', spans: allDay }).forEach((at, index) => {
          const isSpecial = some.calendar.overrides.some((override) => override.date === on && override.kind !== 'public-holiday');
          if (!isSpecial) expect(at).toBeLessThanOrEqual(plain[index]!);
        });
      }),
      runs(80),
    );
  });

  it('equals a walk minute by minute over the case', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { clock, walked } = compareCaseWithWalk(seed);
        expect(clock).toEqual(walked);
      }),
      runs(200),
    );
  });
});

describe('the ledger', () => {
  it('touches without gaps from the start to the end, and adds up', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const some = world(seed);
        for (const clock of run(some).clocks) {
          const { intervals, startedAt, status } = clock;
          const end = 'at' in status ? status.at : some.now;
          let [at, used] = [startedAt, 0];
          for (const interval of intervals) {
            expect([interval.from, interval.usedBefore]).toEqual([at, used]);
            expect(interval.to).toBeGreaterThan(interval.from);
            if (interval.kind === 'running') expect(interval.workingSeconds).toBe(interval.to - interval.from);
            if (interval.kind === 'outside-hours') expect(interval.workingSeconds).toBe(0);
            if (interval.kind === 'running') used += interval.workingSeconds;
            at = interval.to;
          }
          expect([at, used]).toEqual([end, clock.usedSeconds]);
          const byParty = secondsByParty(clock).map(
            ({ running, outsideHours, paused, heldByOthers, excluded, stopped }) =>
              running + outsideHours + paused + heldByOthers + excluded + stopped,
          );
          expect(byParty.reduce((sum, seconds) => sum + seconds, 0)).toBe(end - startedAt);
        }
      }),
      runs(100),
    );
  });

  it('what is stored does not depend on the moment of the question, nor on what happens later', () => {
    fc.assert(
      fc.property(seeds, fc.nat({ max: 30 * day }), (seed, later) => {
        const some = world(seed);
        const events = some.events.filter(({ kind }) => kind !== 'excluded');
        const at = Math.max(...events.map((event) => event.at));
        const stored = projectClocks(run({ ...some, events, now: at }));
        expect(projectClocks(run({ ...some, events, now: at + later }))).toEqual(stored);
        const more = [...events, { kind: 'saved', at: at + 1, status: 'closed' } as const];
        expect(projectClocks(run({ ...some, events: more, now: at }))).toEqual(stored);
        expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
      }),
      runs(100),
    );
  });
});
