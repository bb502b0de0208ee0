import { describe, expect, it } from 'vitest';
import { dueStateOf, mainClock, usedShare } from './due.rules.ts';

const now = Date.parse('2026-11-20T08:00:00Z');
const at = (seconds: number) => new Date(now + seconds * 1000).toISOString();

describe('the state of a promise now', () => {
  it('is overdue from the second of the deadline on, without being told', () => {
    expect(dueStateOf({ state: 'running', dueAt: at(1) }, now)).toEqual({ kind: 'soon', seconds: 1 });
    expect(dueStateOf({ state: 'running', dueAt: at(0) }, now)).toEqual({ kind: 'overdue', seconds: 0 });
    expect(dueStateOf({ state: 'overdue', dueAt: at(-90) }, now)).toEqual({ kind: 'overdue', seconds: 90 });
  });
  it('is near within four hours', () => {
    expect(dueStateOf({ state: 'running', dueAt: at(14_400) }, now).kind).toBe('soon');
    expect(dueStateOf({ state: 'running', dueAt: at(14_401) }, now).kind).toBe('running');
  });
  it('does not run out while the clock is held', () => {
    expect(dueStateOf({ state: 'paused', dueAt: at(-60) }, now)).toEqual({ kind: 'waiting', state: 'paused' });
    expect(dueStateOf({ state: 'met', dueAt: at(-60) }, now)).toEqual({ kind: 'over', state: 'met' });
  });
  it('is nothing where nothing was promised', () => expect(dueStateOf(null, now)).toEqual({ kind: 'none' }));
});

it('shows first what is longest overdue, then what is due next, and what is over last', () => {
  const agreementKind = 'sla';
  const met = { agreementKind, state: 'met', dueAt: at(-9999) } as const;
  const held = { agreementKind, state: 'paused', dueAt: null } as const;
  const far = { agreementKind, state: 'running', dueAt: at(9000) } as const;
  const late = { agreementKind, state: 'running', dueAt: at(-10) } as const;
  const later = { agreementKind, state: 'overdue', dueAt: at(-500) } as const;
  expect(mainClock([met, held, far, late, later], now)).toBe(later);
  expect(mainClock([met, held, far], now)).toBe(far);
  expect(mainClock([met, held], now)).toBe(held);
  expect(mainClock([], now)).toBeNull();
  const internal = { ...later, agreementKind: 'ola' } as const;
  expect(mainClock<typeof internal | typeof far>([internal, far], now), 'the customer comes first').toBe(far);
});

it('fills the bar no further than its end', () => {
  expect(usedShare({ usedSeconds: 30, goalSeconds: 120 })).toBe(0.25);
  expect(usedShare({ usedSeconds: 300, goalSeconds: 120 })).toBe(1);
  expect(usedShare({ usedSeconds: 0, goalSeconds: 0 })).toBe(1);
});
