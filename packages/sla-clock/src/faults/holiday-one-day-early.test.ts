import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../calendar/index.ts';
import { ask, askIn, clockIn, due, hour, officeCalendar, opened, policy, promise } from './desk.testing.ts';

describe('fault 25: a holiday comes one day early because of the zone', () => {
  const tenHours = [policy([promise('resolution', 10 * hour)])];

  it('30 September is a working day until 18:00 in Shanghai, 1 to 7 October are days off', () => {
    // 30 September 18:00 in Shanghai is 10:00Z; the holiday begins at 16:00Z of that day.
    const clock = clockIn(ask(tenHours, [opened('2026-09-30T09:00')], '2026-09-30T09:00'), 'resolution');
    expect(due(clock)).toBe('2026-10-08T10:00:00');
  });

  it('the same holiday begins at its own midnight in every zone', () => {
    const auckland = compileCalendar({ ...officeCalendar, zone: 'Pacific/Auckland' }, { from: '2026-01-01', to: '2027-01-01' });
    // 09:00 in Auckland is 05:00 in Shanghai, and 04:00 after its clocks went forward on 27 September: 30 September 09:00 there is 04:00 here.
    const clock = clockIn(askIn(auckland)(tenHours, [opened('2026-09-30T04:00')], '2026-09-30T04:00'), 'resolution');
    expect(due(clock)).toBe('2026-10-08T05:00:00');
  });
});
