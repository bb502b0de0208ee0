import { expect, it } from 'vitest';
import { instantInZone } from './wall-time.ts';

// Europe/Berlin: clocks go forward on 2026-03-29 at 02:00 and back on 2026-10-25 at 03:00.
it.each([
  ['Asia/Shanghai', '2026-11-21T09:30', '2026-11-21T01:30:00.000Z'],
  ['UTC', '2026-11-21T09:30', '2026-11-21T09:30:00.000Z'],
  ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
  ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ['America/St_Johns', '2026-01-01T00:00', '2026-01-01T03:30:00.000Z'],
])('%s %s is %s', (zone, local, instant) => {
  expect(instantInZone(local, zone)).toBe(instant);
});
