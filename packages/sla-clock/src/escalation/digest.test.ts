import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestFirings, type Firing } from './digest.ts';

const rule = { window: 600, alone: 3 };
const firing = (id: string, at: number, recipient = 'Li'): Firing => ({ id, at, recipient });
const told = (firings: readonly Firing[], r = rule) =>
  digestFirings(firings, r).map(
    ({ kind, sendAt, recipient, firings: f }) => `${kind} ${recipient} ${sendAt}: ${f.map(({ id }) => id).join('')}`,
  );

describe('a storm of escalations', () => {
  it('is told alone at first, the rest together', () => {
    const storm = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) => firing(id, i * 10));
    expect(told(storm)).toEqual(['single Li 0: a', 'single Li 10: b', 'single Li 20: c', 'digest Li 600: def']);
  });

  it('goes on being collected while it lasts, and ends with a calm', () => {
    const storm = [0, 1, 2, 3].map((at) => firing(`a${at}`, at));
    const goesOn = [firing('b', 700), firing('c', 1299)];
    const afterCalm = firing('d', 2000);
    // 600 + 600 ≥ 700: the same storm, collected up to 1300. 2000 > 1300 + 600: calm.
    expect(told([...storm, ...goesOn, afterCalm])).toEqual([
      'single Li 0: a0',
      'single Li 1: a1',
      'single Li 2: a2',
      'digest Li 600: a3',
      'digest Li 1300: bc',
      'single Li 2000: d',
    ]);
  });

  it('a firing at the end of a window opens the next', () => {
    expect(told(['a', 'b', 'c', 'd', 'e'].map((id, i) => firing(id, i * 200)))).toEqual([
      'single Li 0: a',
      'single Li 200: b',
      'single Li 400: c',
      'single Li 600: d',
      'single Li 800: e',
    ]);
  });

  it('of one recipient leaves the others alone', () => {
    const storm = Array.from({ length: 9 }, (_, i) => firing(`${i}`, i, 'Li'));
    expect(told([...storm, firing('w', 5, 'Wang')])).toContain('single Wang 5: w');
  });

  it('a firing told twice by a retry is one', () => expect(told([firing('a', 0), firing('a', 0)])).toEqual(['single Li 0: a']));

  it('refuses a rule that collects nothing', () => {
    expect(() => digestFirings([], { window: 0, alone: 3 })).toThrow(RangeError);
    expect(() => digestFirings([], { window: 600, alone: -1 })).toThrow(RangeError);
  });

  const firings = fc
    .array(fc.record({ at: fc.integer({ min: 0, max: 5000 }), recipient: fc.constantFrom('Li', 'Wang') }), { maxLength: 60 })
    .map((list) => list.map((f, i) => ({ ...f, id: `${i}` })));
  const rules = fc.record({ window: fc.integer({ min: 1, max: 900 }), alone: fc.integer({ min: 0, max: 4 }) });

  it('tells each firing exactly once, to its recipient, at most a window late', () => {
    fc.assert(
      fc.property(firings, rules, (list, r) => {
        const notices = digestFirings(list, r);
        const ids = notices.flatMap((notice) => notice.firings.map(({ id }) => id));
        expect([...ids].sort()).toEqual(list.map(({ id }) => id).sort());
        for (const { sendAt, recipient, firings: own } of notices) {
          expect(own.every((f) => f.recipient === recipient && f.at <= sendAt && sendAt - f.at <= r.window)).toBe(true);
        }
      }),
    );
  });

  it('sends one reader at most `alone` messages and a digest per window', () => {
    fc.assert(
      fc.property(firings, rules, (list, r) => {
        const toLi = digestFirings(list, r).filter(({ recipient }) => recipient === 'Li');
        for (const { sendAt } of toLi) {
          const near = toLi.filter((other) => other.sendAt > sendAt - r.window && other.sendAt <= sendAt);
          // A stretch as long as a window touches at most two windows.
          expect(near.filter(({ kind }) => kind === 'digest').length).toBeLessThanOrEqual(1);
          expect(near.length).toBeLessThanOrEqual(2 * r.alone + 1);
        }
      }),
    );
  });

  it('what falls later changes no message that was due before', () => {
    fc.assert(
      fc.property(firings, rules, fc.integer({ min: 0, max: 5000 }), (list, r, now) => {
        const due = (known: readonly Firing[]) => digestFirings(known, r).filter(({ sendAt }) => sendAt <= now);
        expect(due(list.filter(({ at }) => at <= now))).toEqual(due(list));
      }),
    );
  });

  it('does not care in which order the firings come', () => {
    fc.assert(
      fc.property(firings, rules, (list, r) => {
        expect(digestFirings([...list].reverse(), r)).toEqual(digestFirings(list, r));
      }),
    );
  });
});
