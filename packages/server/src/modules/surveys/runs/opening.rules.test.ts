import { expect, test } from 'vitest';
import { closedBy, isStillTaken, type Door } from './opening.rules.ts';

const settings = { opensAt: null, closesAt: null, hours: [] };
const door: Door = { isOpen: true, active: true, settings, zone: 'Asia/Shanghai', isFull: false, hasAnswered: false };
// Friday, 16:00 in Shanghai.
const now = new Date('2026-03-06T08:00:00Z');
const officeHours = [{ days: [1, 2, 3, 4, 5], from: '08:30', until: '16:00' }];
const withHours = (hours: typeof officeHours): Door => ({ ...door, settings: { ...settings, hours } });

test('an open door is open, and each reason closes it', () => {
  expect(closedBy(door, now)).toBeNull();
  expect(closedBy({ ...door, isOpen: false }, now)?.reason).toBe('closed');
  expect(closedBy({ ...door, active: false }, now)?.reason).toBe('stopped');
  expect(closedBy({ ...door, isFull: true }, now)?.reason).toBe('quota-full');
  expect(closedBy({ ...door, isOpen: false, hasAnswered: true }, now)?.reason).toBe('already-answered');
  expect(closedBy({ ...door, settings: { ...settings, closesAt: now.toISOString() } }, now)?.reason).toBe('over');
  expect(closedBy({ ...door, settings: { ...settings, opensAt: '2026-03-06T08:00:01Z' } }, now)).toEqual({
    reason: 'not-yet',
    opensAt: new Date('2026-03-06T08:00:01Z'),
  });
});

test('hours are those of the organisation, and the next ones may lie behind a weekend', () => {
  expect(closedBy(withHours(officeHours), new Date('2026-03-06T07:59:59Z'))).toBeNull();
  expect(closedBy(withHours(officeHours), now)).toEqual({ reason: 'outside-hours', opensAt: new Date('2026-03-09T00:30:00Z') });
  expect(closedBy(withHours([{ days: [5], from: '00:00', until: '24:00' }]), now)).toBeNull();
});

test('the hour that a zone leaves out in spring is no opening that never comes', () => {
  const berlin = { ...withHours([{ days: [7], from: '02:30', until: '09:00' }]), zone: 'Europe/Berlin' };
  expect(closedBy(berlin, new Date('2026-03-29T00:00:00Z'))?.opensAt).toEqual(new Date('2026-03-29T01:30:00Z'));
});

test('who began in time may finish: after hours always, after the end for a day', () => {
  const closes = { settings: { ...settings, closesAt: '2026-03-06T08:00:00Z' } };
  const over = { reason: 'over', opensAt: null } as const;
  expect(isStillTaken({ reason: 'outside-hours', opensAt: null }, closes, now)).toBe(true);
  expect(isStillTaken(over, closes, new Date('2026-03-07T07:59:59Z'))).toBe(true);
  expect(isStillTaken(over, closes, new Date('2026-03-07T08:00:00Z'))).toBe(false);
  expect(isStillTaken({ reason: 'stopped', opensAt: null }, closes, now)).toBe(false);
});
