import { describe, expect, it } from 'vitest';
import { compileCalendar, mondayToFriday } from '../calendar/index.ts';
import { compileAgreements, runClock } from '../clock/index.ts';
import { clockIn, hour, opened, policy, promise, saved } from './desk.testing.ts';

describe("fault 24: history is recomputed with today's UTC offset", () => {
  const at = (text: string) => Date.parse(text) / 1000;
  const zone = (name: string) => ({ ...mondayToFriday(name, { from: '09:00', to: '18:00' }), id: 'abroad' });
  const policies = [policy([promise('resolution', 9 * hour)], { calendar: 'abroad' })];
  const run = (name: string, from: string, to: string) => {
    const agreements = compileAgreements(policies, [compileCalendar(zone(name), { from: '2015-01-01', to: '2016-01-01' })]);
    return clockIn(
      runClock(
        agreements,
        [opened('2000-01-01T00:00', { at: at(from) }), { ...saved('2000-01-01T00:00', { status: 'solved' }), at: at(to) }],
        at(to),
      ),
      'resolution',
    );
  };

  it('Istanbul was at +02:00 in January 2015 and has been at +03:00 since 2016', () => {
    // Tuesday 2015-01-06, from opening to closing time on the wall clock of that day.
    const day = run('Europe/Istanbul', '2015-01-06T09:00:00+02:00', '2015-01-06T18:00:00+02:00');
    expect([day.usedSeconds, day.status.kind]).toEqual([9 * hour, 'met']);
    expect(day.deadline).toEqual({ kind: 'due', at: at('2015-01-06T16:00:00Z') });
  });

  it('a case that lies across the change of an offset has the wall-clock hours of both days', () => {
    // Berlin put its clocks forward on Sunday 2015-03-29: Friday closes at 17:00Z, Monday opens at 07:00Z.
    const weekend = run('Europe/Berlin', '2015-03-27T17:00:00+01:00', '2015-03-30T10:00:00+02:00');
    expect(weekend.intervals.map(({ kind, from, to }) => [kind, to - from])).toEqual([
      ['running', hour],
      ['outside-hours', 62 * hour],
      ['running', hour],
    ]);
  });
});
