import { describe, expect, it } from 'vitest';
import type { LedgerInterval } from '../clock/ledger.ts';
import { closeAndReopen } from './close-and-reopen.ts';
import { heapingUnderLimit } from './heaping-under-limit.ts';
import type { HandledClock, JudgedClock } from './handled-clock.ts';
import { pausesBeforeDue } from './pauses-before-due.ts';
import { splitting, type CaseOrigin } from './splitting.ts';

type Course = readonly ['running' | 'paused' | 'outside-hours' | 'stopped', seconds: number];

/** A ledger's intervals with round-the-clock hours, one second of the course after the other. */
function intervalsOf(course: readonly Course[]): LedgerInterval[] {
  let [at, used] = [0, 0];
  return course.map(([kind, seconds]) => {
    const stretch = {
      from: at,
      to: at + seconds,
      party: { kind: 'team', id: 'desk' } as const,
      workingSeconds: kind === 'outside-hours' ? 0 : seconds,
      usedBefore: used,
    };
    at += seconds;
    if (kind === 'running') used += seconds;
    return kind === 'paused'
      ? { ...stretch, kind, reason: 'awaiting-customer', name: { zh: '等待客户', en: 'waiting for the customer' } }
      : { ...stretch, kind };
  });
}

/** A resolution clock with a goal of 1000 working seconds that went this course and stopped. */
function clock(caseId: string, course: readonly Course[], more: Partial<JudgedClock> & { group?: string } = {}): HandledClock {
  const { group = 'Li', ...fields } = more;
  const intervals = intervalsOf(course);
  const usedSeconds = course.reduce((sum, [kind, seconds]) => sum + (kind === 'running' ? seconds : 0), 0);
  const at = intervals.at(-1)?.to ?? 0;
  const status = usedSeconds <= 1000 ? ({ kind: 'met', at } as const) : ({ kind: 'missed', at, breachedAt: at } as const);
  const judged = {
    agreement: { kind: 'sla' },
    target: 'resolution',
    cycle: 1,
    goalSeconds: 1000,
    startedAt: 0,
    intervals,
    usedSeconds,
    status,
  } as const;
  return { caseId, group, clock: { ...judged, ...fields } };
}

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

describe('pausing just before due', () => {
  it('compares the pauses in the last part with the time spent there', () => {
    // 19 clocks pause at 300 and stop at 500: 9 500 s early. One pauses at 950 and stops at 1000: 900 s early, 100 s late.
    const early = times(19, (i) =>
      clock(`e${i}`, [
        ['running', 300],
        ['paused', 50],
        ['running', 200],
      ]),
    );
    const late = clock('late', [
      ['running', 950],
      ['paused', 9000],
      ['running', 50],
    ]);
    expect(pausesBeforeDue([...early, late])).toEqual([
      {
        kind: 'signal',
        group: 'Li',
        n: 20,
        observed: 1,
        expected: expect.closeTo((20 * 100) / 10_500, 12),
        // 1 − (1 − 100/10500)^20
        probability: expect.closeTo(1 - (10_400 / 10_500) ** 20, 12),
        cases: ['late'],
      },
    ]);
  });

  it('finds the one who does it again and again, and not the one who does not', () => {
    const wang = times(30, (i) =>
      clock(
        `w${i}`,
        [
          ['running', 200 + 20 * i],
          ['paused', 60],
          ['running', 100],
        ],
        { group: 'Wang' },
      ),
    );
    const li = times(30, (i) =>
      clock(`l${i}`, [
        ['running', i % 3 === 0 ? 960 : 300],
        ['paused', 60],
        ['running', 30],
      ]),
    );
    const [ofLi, ofWang] = pausesBeforeDue([...wang, ...li]);
    expect(ofLi).toMatchObject({ group: 'Li', observed: 10 });
    // Li spent 900 of 16 500 s in the last part: P(X ≥ 10 of 30, 900/16500) by mpmath.
    expect(ofLi).toMatchObject({ probability: expect.closeTo(2.5442666343707e-6, 16) });
    expect(ofWang?.kind === 'signal' && ofWang.probability).toBeGreaterThan(0.05);
  });

  it('counts only what pauses a clock that was going, and before its deadline', () => {
    const bornPaused = clock('a', [
      ['paused', 50],
      ['running', 100],
    ]);
    const twoReasons = clock('b', [
      ['running', 100],
      ['paused', 50],
      ['paused', 50],
      ['running', 10],
    ]);
    const overnight = clock('c', [
      ['running', 100],
      ['outside-hours', 50],
      ['paused', 50],
      ['running', 10],
    ]);
    const tooLate = clock('d', [
      ['running', 1000],
      ['paused', 50],
      ['running', 10],
    ]);
    expect(pausesBeforeDue([bornPaused, twoReasons, overnight, tooLate], { needed: 1 })).toMatchObject([{ n: 2, observed: 0 }]);
  });

  it('the last part begins with its first second', () => {
    const pausedAt = (seconds: number) =>
      clock('a', [
        ['running', seconds],
        ['paused', 5],
      ]);
    expect(pausesBeforeDue([pausedAt(900)], { needed: 1 })).toMatchObject([{ observed: 1 }]);
    expect(pausesBeforeDue([pausedAt(899)], { needed: 1 })).toMatchObject([{ observed: 0 }]);
  });

  it('says when there is too little', () => {
    expect(
      pausesBeforeDue([
        clock('a', [
          ['running', 950],
          ['paused', 5],
        ]),
      ]),
    ).toEqual([{ kind: 'insufficient', group: 'Li', n: 1, needed: 20 }]);
    expect(() => pausesBeforeDue([], { within: 1 })).toThrow(RangeError);
  });
});

describe('heaping under the limit', () => {
  const stoppedAt = (seconds: number, group = 'Li') => clock(`s${seconds}-${group}`, [['running', seconds]], { group });

  it('compares the band under the goal with its neighbours', () => {
    // Bands (800, 900], (900, 1000], (1000, 1100]: 4, 12 and 2 clocks; P(X ≥ 12 of 18, 1/3)  by mpmath.
    const before = [801, 850, 890, 900].map((s) => stoppedAt(s));
    const under = [901, ...times(10, (i) => 980 + i), 1000].map((s) => stoppedAt(s));
    const after = [1001, 1100].map((s) => stoppedAt(s));
    const elsewhere = [10, 800, 1101].map((s) => stoppedAt(s));
    const [signal] = heapingUnderLimit([...before, ...under, ...after, ...elsewhere], { needed: 18 });
    expect(signal).toMatchObject({ n: 18, observed: 12, expected: 6, probability: expect.closeTo(0.003919279034310444, 12) });
    expect(signal?.kind === 'signal' && signal.cases).toHaveLength(12);
  });

  it('an even spread is no heap', () => {
    const even = times(300, (i) => stoppedAt(801 + i));
    expect(heapingUnderLimit(even)).toMatchObject([{ n: 300, observed: 100, expected: expect.closeTo(100, 9) }]);
  });

  it('clocks that have not stopped have no time yet', () => {
    const overdue = { ...stoppedAt(1050).clock, status: { kind: 'overdue', breachedAt: 1000 } } as const;
    expect(heapingUnderLimit([{ caseId: 'o', group: 'Li', clock: overdue }])).toMatchObject([{ kind: 'insufficient', n: 0 }]);
    expect(() => heapingUnderLimit([], { within: 0.6 })).toThrow(RangeError);
  });
});

describe('close and reopen', () => {
  const unhurried = times(25, (i) =>
    clock(
      `u${i}`,
      i < 5
        ? [
            ['running', 300],
            ['stopped', 3600],
            ['running', 100],
          ]
        : [['running', 400]],
      { group: 'Wang' },
    ),
  );

  it('compares late stops that come back with unhurried ones', () => {
    // Wang: 30 unhurried stops, 5 of them come back. Li: 20 late stops, 15 come back.
    const late = times(20, (i) =>
      clock(
        `l${i}`,
        i < 15
          ? [
              ['running', 960],
              ['stopped', 3600],
              ['running', 500],
            ]
          : [['running', 990]],
      ),
    );
    const [ofLi, ofWang] = closeAndReopen([...unhurried, ...late]);
    expect(ofLi).toMatchObject({ kind: 'signal', group: 'Li', n: 20, observed: 15, expected: expect.closeTo(20 * (5 / 30), 12) });
    expect(ofLi?.kind === 'signal' && ofLi.probability).toBeLessThan(1e-6);
    expect(ofWang).toMatchObject({ kind: 'insufficient', n: 0 });
  });

  it('sees the return in a new cycle, and only a soon one', () => {
    const first = clock('a', [['running', 950]]);
    const next = (startedAt: number) => clock('a', [['running', 10]], { cycle: 2, startedAt });
    const options = { needed: 1, soon: 100 };
    expect(closeAndReopen([...unhurried, first, next(1050)], options)[0]).toMatchObject({ group: 'Li', n: 1, observed: 1 });
    expect(closeAndReopen([...unhurried, first, next(1051)], options)[0]).toMatchObject({ group: 'Li', n: 1, observed: 0 });
  });

  it('a stop after the deadline hides nothing', () => {
    const missed = clock('m', [
      ['running', 1200],
      ['stopped', 60],
      ['running', 10],
    ]);
    expect(closeAndReopen([...unhurried, missed], { needed: 1 }).map(({ group }) => group)).toEqual(['Wang']);
  });

  it('needs unhurried stops to compare with', () => {
    const late = times(20, (i) => clock(`l${i}`, [['running', 950]]));
    expect(closeAndReopen(late)).toEqual([{ kind: 'insufficient', group: 'Li', n: 20, needed: 20 }]);
  });
});

describe('splitting', () => {
  const origin = (caseId: string, more: Partial<CaseOrigin>): CaseOrigin => ({
    caseId,
    group: 'Li',
    customer: caseId,
    subject: 'printer',
    openedAt: 0,
    openedBy: 'team',
    ...more,
  });

  it('counts what the team opened soon after another case of the same matter', () => {
    const cases = [
      origin('1', { customer: 'acme', openedAt: 0, openedBy: 'customer' }),
      origin('2', { customer: 'acme', openedAt: 100 }),
      origin('3', { customer: 'acme', openedAt: 200 }),
      origin('4', { customer: 'acme', openedAt: 250, openedBy: 'customer' }),
      origin('5', { customer: 'acme', openedAt: 251, subject: 'network' }),
      origin('6', { customer: 'acme', openedAt: 351 }),
      origin('7', { customer: 'other', openedAt: 260 }),
    ];
    const wang = [origin('8', { group: 'Wang', customer: 'x' }), origin('9', { group: 'Wang', customer: 'x', openedAt: 50 })];
    const [ofLi] = splitting([...cases, ...wang].reverse(), { soon: 100, needed: 2 });
    // Wang: one of two; Li: 2 and 3, while 6 came 101 s after 4.
    expect(ofLi).toMatchObject({ group: 'Li', n: 7, observed: 2, expected: 3.5 });
    expect(ofLi?.kind === 'signal' && [...ofLi.cases].sort()).toEqual(['2', '3']);
  });

  it('a group alone has nothing to compare with', () => {
    expect(splitting(times(30, (i) => origin(`${i}`, {})))).toEqual([{ kind: 'insufficient', group: 'Li', n: 30, needed: 20 }]);
  });
});
