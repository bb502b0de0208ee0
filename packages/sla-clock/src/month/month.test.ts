import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attainmentByTarget, attainmentOf } from './attainment.ts';
import type { ClockOutcome, OutcomeState } from './clock-outcome.ts';
import { figureDeltas, figuresOf, freezeMonth, restateMonth, type Figures, type FrozenMonth } from './frozen-month.ts';
import { monthInterval, monthOf } from './month.ts';

const at = (text: string): number => Date.parse(text) / 1000;

describe('months of a zone', () => {
  // Python 3 zoneinfo: datetime(…, tzinfo=ZoneInfo(zone)).timestamp()
  it.each([
    ['2024-02', 'Asia/Shanghai', 1706716800, 1709222400],
    ['2026-11', 'Asia/Shanghai', 1793462400, 1796054400],
    ['2026-10', 'Asia/Kathmandu', 1790792100, 1793470500],
  ])('%s in %s', (month, zone, from, to) => {
    expect(monthInterval(month, zone)).toEqual({ from, to });
    expect([monthOf(from - 1, zone), monthOf(from, zone), monthOf(to - 1, zone), monthOf(to, zone)].map((m) => m === month)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('refuses what is no month', () => {
    expect(() => monthInterval('2026-13', 'UTC')).toThrow(RangeError);
    expect(() => monthInterval('2026-1', 'UTC')).toThrow(RangeError);
    expect(() => monthInterval('2026-01', 'Mars/Olympus')).toThrow(RangeError);
  });
});

const outcome = (caseId: string, state: OutcomeState, target: ClockOutcome['target'] = 'resolution'): ClockOutcome => ({
  caseId,
  agreement: 'sla',
  policy: { id: 'gold', version: 1 },
  target,
  cycle: 1,
  state,
});

describe('attainment of a month', () => {
  const october = monthInterval('2026-10', 'Asia/Shanghai');

  it('counts a promise where it was decided: at the stop in time, or when the deadline passed', () => {
    const outcomes = [
      outcome('1', { kind: 'met', at: october.from }),
      outcome('2', { kind: 'met', at: october.to }),
      outcome('3', { kind: 'breached', at: october.to - 1 }),
      outcome('4', { kind: 'breached', at: october.from - 1 }),
      outcome('5', { kind: 'open', due: october.to - 1, held: false }),
      outcome('6', { kind: 'withdrawn', at: october.from }),
      outcome('7', { kind: 'met', at: october.from }, 'first-response'),
    ];
    expect(attainmentByTarget(outcomes, october)).toEqual({
      'sla/first-response': { met: 1, breached: 0, n: 1, share: 1 },
      'sla/resolution': { met: 1, breached: 1, n: 2, share: 0.5 },
    });
  });

  it('months add up to the quarter', () => {
    const states = fc.record({ kind: fc.constantFrom('met' as const, 'breached' as const), at: fc.integer({ min: 0, max: 299 }) });
    fc.assert(
      fc.property(fc.array(states), (decided) => {
        const outcomes = decided.map((state, i) => outcome(`${i}`, state));
        const months = [0, 100, 200].map((from) => attainmentByTarget(outcomes, { from, to: from + 100 })['sla/resolution']);
        const sum = attainmentOf(
          months.reduce((s, m) => s + (m?.met ?? 0), 0),
          months.reduce((s, m) => s + (m?.breached ?? 0), 0),
        );
        expect(attainmentByTarget(outcomes, { from: 0, to: 300 })['sla/resolution'] ?? attainmentOf(0, 0)).toEqual(sum);
      }),
    );
  });

  it('has no share when nothing was decided', () => expect(attainmentOf(0, 0).share).toBeNull());
});

describe('a frozen month', () => {
  const snapshot = {
    month: '2026-10',
    zone: 'Asia/Shanghai',
    frozenAt: at('2026-11-02T09:00+08:00'),
    frozenBy: 'Zhao',
    versions: { gold: 3, 'cn-office': 7 },
    figures: { 'sla/resolution': { value: 0.96, n: 250 }, 'credit/acme': { value: 50_000, n: 2 } },
  };
  const frozen = freezeMonth(snapshot);
  const note = { at: at('2026-11-10T09:00+08:00'), by: 'Zhao', reason: 'two holds were entered late' };

  /** Restates and expects a change. */
  function restated(month: FrozenMonth, figures: Figures, change = note): FrozenMonth {
    const result = restateMonth(month, figures, change);
    if ('kind' in result) throw new Error('nothing changed');
    return result;
  }

  it('is closed after it has ended', () => {
    const early = at('2026-10-31T23:59:59+08:00');
    expect(() => freezeMonth({ ...snapshot, frozenAt: early })).toThrow(RangeError);
    expect(freezeMonth({ ...snapshot, frozenAt: early + 1 }).restatements).toEqual([]);
    expect(() => freezeMonth({ ...snapshot, frozenBy: '' })).toThrow(RangeError);
  });

  it('a correction keeps the snapshot and says what changed, by how much and why', () => {
    const before = JSON.stringify(frozen);
    const corrected = restated(frozen, { ...snapshot.figures, 'sla/resolution': { value: 0.968, n: 250 } });
    expect(JSON.stringify(frozen)).toBe(before);
    expect(corrected.snapshot).toEqual(snapshot);
    expect(corrected.restatements).toEqual([
      {
        number: 1,
        ...note,
        deltas: {
          'sla/resolution': { before: { value: 0.96, n: 250 }, after: { value: 0.968, n: 250 }, change: expect.closeTo(0.008, 12) },
        },
      },
    ]);
  });

  it('shows the figures as they stood at any time', () => {
    const first = restated(frozen, { ...snapshot.figures, 'sla/resolution': { value: 0.968, n: 250 } });
    const later = { ...note, at: note.at + 86_400, reason: 'credit withdrawn' };
    const second = restated(first, { 'sla/resolution': { value: 0.968, n: 250 }, availability: { value: null, n: 0 } }, later);
    expect(figuresOf(second, note.at - 1)).toEqual(snapshot.figures);
    expect(figuresOf(second, note.at)).toEqual({ ...snapshot.figures, 'sla/resolution': { value: 0.968, n: 250 } });
    expect(figuresOf(second)).toEqual({ 'sla/resolution': { value: 0.968, n: 250 }, availability: { value: null, n: 0 } });
    expect(Object.keys(second.restatements[1]?.deltas ?? {})).toEqual(['availability', 'credit/acme']);
    expect(second.restatements[1]?.deltas['credit/acme']).toEqual({ before: { value: 50_000, n: 2 }, after: null, change: null });
    expect(second.restatements.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('equal figures are nothing to restate', () => {
    expect(restateMonth(frozen, { 'credit/acme': { value: 50_000, n: 2 }, 'sla/resolution': { value: 0.96, n: 250 } }, note)).toEqual({
      kind: 'unchanged',
    });
  });

  it('more cases behind the same share are a change', () => {
    expect(figureDeltas({ a: { value: 1, n: 10 } }, { a: { value: 1, n: 11 } })).toEqual({
      a: { before: { value: 1, n: 10 }, after: { value: 1, n: 11 }, change: 0 },
    });
  });

  it('a correction has a reason, a name and its place in time', () => {
    const other = { 'sla/resolution': { value: 0.5, n: 250 } };
    expect(() => restateMonth(frozen, other, { ...note, reason: ' ' })).toThrow(RangeError);
    expect(() => restateMonth(frozen, other, { ...note, by: '' })).toThrow(RangeError);
    expect(() => restateMonth(frozen, other, { ...note, at: snapshot.frozenAt - 1 })).toThrow(RangeError);
    expect(() => restateMonth(restated(frozen, other), snapshot.figures, { ...note, at: note.at - 1 })).toThrow(RangeError);
  });
});
