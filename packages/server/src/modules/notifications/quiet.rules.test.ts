import { expect, it } from 'vitest';
import { momentFor, type Patience } from './quiet.rules.ts';

const shanghai: Patience = {
  quiet: { from: '22:00', to: '07:30', urgentPasses: true },
  gather: 'at-once',
  timeZone: 'Asia/Shanghai',
  hour: 8,
};
const calm = { urgent: false, gathered: true };
const urgent = { urgent: true, gathered: true };
const at = (instant: string, patience: Patience, notice = calm) => momentFor(new Date(instant), patience, notice).toISOString();

// The expected instants are the clock of the zone by hand: Shanghai is UTC+8, Berlin UTC+1 and +2 in summer.
it('waits for the end of quiet hours, on whichever side of midnight they are met', () => {
  expect(at('2026-03-10T13:59:59Z', shanghai)).toBe('2026-03-10T13:59:59.000Z');
  expect(at('2026-03-10T14:00:00Z', shanghai)).toBe('2026-03-10T23:30:00.000Z');
  expect(at('2026-03-10T23:29:59Z', shanghai)).toBe('2026-03-10T23:30:00.000Z');
  expect(at('2026-03-10T23:30:00Z', shanghai)).toBe('2026-03-10T23:30:00.000Z');
});

it('quiet hours within a day', () => {
  const noon = { ...shanghai, quiet: { from: '12:00', to: '14:00', urgentPasses: false } };
  expect(at('2026-03-10T03:59:00Z', noon)).toBe('2026-03-10T03:59:00.000Z');
  expect(at('2026-03-10T05:00:00Z', noon)).toBe('2026-03-10T06:00:00.000Z');
  expect(at('2026-03-10T05:00:00Z', noon, urgent)).toBe('2026-03-10T06:00:00.000Z');
});

it('what is urgent passes where the person says so', () => {
  expect(at('2026-03-10T14:00:00Z', shanghai, urgent)).toBe('2026-03-10T14:00:00.000Z');
});

it('the end is by the clock of the zone, also in the night in which it jumps', () => {
  const berlin = { ...shanghai, timeZone: 'Europe/Berlin' };
  expect(at('2026-03-28T22:00:00Z', berlin)).toBe('2026-03-29T05:30:00.000Z');
  expect(at('2026-10-24T22:00:00Z', berlin)).toBe('2026-10-25T06:30:00.000Z');
});

it('mail that is gathered goes at the full hour or at the hour of the summary, never in quiet hours', () => {
  const hourly = { ...shanghai, gather: 'hourly' } as const;
  const daily = { ...shanghai, gather: 'daily' } as const;
  expect(at('2026-03-10T05:12:00Z', hourly)).toBe('2026-03-10T06:00:00.000Z');
  expect(at('2026-03-10T13:12:00Z', hourly)).toBe('2026-03-10T23:30:00.000Z');
  expect(at('2026-03-10T05:12:00Z', daily)).toBe('2026-03-11T00:00:00.000Z');
  expect(at('2026-03-09T23:45:00Z', daily)).toBe('2026-03-10T00:00:00.000Z');
  expect(at('2026-03-10T05:12:00Z', daily, urgent)).toBe('2026-03-10T05:12:00.000Z');
  expect(at('2026-03-10T05:12:00Z', daily, { urgent: false, gathered: false })).toBe('2026-03-10T05:12:00.000Z');
});
