import { describe, expect, it } from 'vitest';
import { compareWithWalk, walkTable } from './compare-with-walk.testing.ts';
import { minuteTable } from './minute-walk.testing.ts';
import { zones } from './random-calendar.testing.ts';

const minutesOn = (zone: string, date: string): number => {
  const noon = Date.parse(`${date}T12:00:00Z`) / 1000;
  const table = minuteTable(zone, { from: noon - 2 * 86_400, to: noon + 2 * 86_400 });
  return table.dateOf.filter((index) => table.dates[index] === date).length;
};

describe('the minute walk', () => {
  // The changes of 2025: Directive 2000/84/EC for Berlin, and half an hour on Lord Howe Island (IANA tzdata, australasia).
  it('sees days of 23, 25, 23.5 and 24.5 hours', () => {
    expect(minutesOn('Europe/Berlin', '2025-03-30')).toBe(23 * 60);
    expect(minutesOn('Europe/Berlin', '2025-10-26')).toBe(25 * 60);
    expect(minutesOn('Australia/Lord_Howe', '2025-10-05')).toBe(23.5 * 60);
    expect(minutesOn('Australia/Lord_Howe', '2025-04-06')).toBe(24.5 * 60);
    expect(minutesOn('Asia/Shanghai', '2025-03-30')).toBe(24 * 60);
  });

  // 17 zones × 8 calendars × 15 questions = 2,040 cases of five answers each; `npm run verify -- clock-walks` asks 100,000.
  it.each(zones)('agrees with the engine in %s', (zone) => {
    const differences = compareWithWalk(walkTable(zone), { seed: zones.indexOf(zone) + 1, calendars: 8, questions: 15 });
    expect(differences).toEqual([]);
  });
});
