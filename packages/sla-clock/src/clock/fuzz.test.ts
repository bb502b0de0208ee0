import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alwaysOpen, compileCalendar, mondayToFriday } from '../calendar/index.ts';
import { explain } from '../explain/index.ts';
import { lintPolicy, targetKinds, type Condition, type Policy, type Start, type Target } from '../policy/index.ts';
import { compileAgreements, projectClocks, runClock, secondsByParty, type ClockEvent, type Party } from './index.ts';

const range = { from: '2026-01-01', to: '2027-01-01' };
const calendars = [
  compileCalendar({ ...mondayToFriday('Europe/Berlin', { from: '09:00', to: '17:00' }), id: 'office' }, range),
  compileCalendar({ ...alwaysOpen('UTC'), id: 'empty', week: Array.from({ length: 7 }, () => []) }, range),
];
const words = ['new', 'open', 'pending', 'solved', 'closed'];
const name = { zh: '名', en: 'name' };
const status = fc.constantFrom(...words);
const party = fc.constantFrom<Party>({ kind: 'customer' }, { kind: 'team', id: 'a' }, { kind: 'supplier', id: 'b' });

/** Any condition at all, also ones that contradict themselves. */
const condition = fc.letrec<{ any: Condition; leaf: Condition }>((tie) => ({
  leaf: fc.oneof(
    fc.constant<Condition>({ kind: 'always' }),
    fc.constant<Condition>({ kind: 'never' }),
    fc.array(status, { maxLength: 3 }).map((values): Condition => ({ kind: 'is', field: 'status', values })),
    fc.boolean().map((value): Condition => ({ kind: 'is', field: 'answered', values: [value] })),
    fc
      .constantFrom('opened' as const, 'customer-message' as const, 'team-reply' as const, 'reply-not-needed' as const)
      .map((what): Condition => ({ kind: 'happened', what })),
    fc.constantFrom('status', 'party', 'priority').map((field): Condition => ({ kind: 'changed', field })),
  ),
  any: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    tie('any').map((one): Condition => ({ kind: 'not', condition: one })),
    fc.array(tie('any'), { maxLength: 3 }).map((conditions): Condition => ({ kind: 'all', conditions })),
    fc.array(tie('any'), { maxLength: 3 }).map((conditions): Condition => ({ kind: 'any', conditions })),
  ),
})).any;

const target = fc.record<Target>({
  kind: fc.constantFrom(...targetKinds),
  goal: fc.oneof(
    fc.integer({ min: 1, max: 1e9 }).map((seconds) => ({ kind: 'working-time', seconds }) as const),
    fc.nat({ max: 500 }).map((days) => ({ kind: 'business-day-end', days }) as const),
  ),
  start: fc.oneof(
    condition.map((each): Start => ({ once: each })),
    condition.map((each): Start => ({ while: each })),
  ),
  pauses: fc
    .array(condition, { maxLength: 3 })
    .map((all) => all.map((when, index) => ({ reason: `${index}`, name, when, ...(index === 1 && { until: when }) }))),
  stop: condition,
  cancel: condition,
  reset: condition,
  reopening: fc.constantFrom('once', 'continue', 'new-cycle', 'reset'),
  recurring: fc.boolean(),
  steps: fc
    .array(fc.integer({ min: -1e7, max: 1e7 }), { maxLength: 2 })
    .map((all) => all.map((seconds, index) => ({ id: `${index}`, name, at: { kind: 'offset', seconds } as const }))),
});

const policies = fc
  .array(fc.tuple(fc.array(target, { maxLength: 3 }), fc.constantFrom('P1', 'P2'), fc.boolean(), fc.nat({ max: 4e8 })), { maxLength: 3 })
  .map((all) =>
    all.map(([targets, priority, isOla, effectiveFrom], index): Policy => ({
      id: `${index}`,
      version: 1,
      name,
      agreement: isOla ? { kind: 'ola', team: 'a' } : { kind: 'sla' },
      effectiveFrom: 1_500_000_000 + effectiveFrom,
      adoption: index === 0 ? 'open-cases' : 'new-cases',
      scope: index === 0 ? {} : { priority: [priority] },
      calendar: index === 1 ? 'empty' : 'office',
      closed: ['closed'],
      targets,
    })),
  );

const message = fc.record({
  from: fc.constantFrom('customer' as const, 'team' as const, 'supplier' as const),
  visibleToCustomer: fc.boolean(),
});
const event = fc.oneof(
  fc.record(
    {
      kind: fc.constant('saved' as const),
      at: fc.nat(),
      status,
      party,
      fields: fc.record({ priority: fc.constantFrom('P1', 'P2', null) }),
      message,
    },
    { requiredKeys: ['kind', 'at'] },
  ),
  fc.nat().map((at) => ({ kind: 'merged' as const, at, into: 'C' })),
  fc
    .tuple(fc.nat(), fc.integer({ min: 1, max: 1e7 }))
    .map(([at, length]) => ({ kind: 'excluded' as const, at, from: at - length, to: at + length, reason: 'r', approvedBy: 'a' })),
);
const events = fc.tuple(status, party, fc.array(event, { maxLength: 12 })).map(([first, holder, others]): ClockEvent[] => {
  const start = 1_767_225_600;
  const at = (each: number) => start + (each % 40_000_000);
  const later = others.map((each) =>
    each.kind === 'excluded'
      ? { ...each, at: at(each.at), from: at(each.at) - 5000, to: at(each.at) + each.to - each.from }
      : { ...each, at: at(each.at) },
  );
  return [{ kind: 'opened', at: start, status: first, party: holder, fields: { priority: 'P1' } }, ...later.sort((a, b) => a.at - b.at)];
});

/** Every number in an answer, however deep. */
function numbersIn(answer: unknown): number[] {
  if (typeof answer === 'number') return [answer];
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(numbersIn) : [];
}

describe('any policies and any history', () => {
  it('give an answer: whole seconds, no hanging, no NaN, whatever the conditions contradict', () => {
    fc.assert(
      fc.property(policies, events, fc.nat({ max: 60_000_000 }), (some, history, later) => {
        const now = 1_767_225_600 + later;
        const ledger = runClock(compileAgreements(some, calendars), history, now);
        const answers = [ledger.clocks, projectClocks(ledger), ledger.clocks.map((clock) => secondsByParty(clock))];
        for (const number of numbersIn(answers)) expect(Number.isSafeInteger(number)).toBe(true);
        for (const clock of ledger.clocks) expect(clock.usedSeconds).toBeLessThanOrEqual(now - clock.startedAt);
        for (const { steps } of explain(ledger, 'zh')) for (const { text } of steps) expect(text).not.toMatch(/NaN|undefined/);
        expect(some.flatMap((policy) => lintPolicy(policy, { status: words })).every(({ code }) => code !== 'unknown-value')).toBe(true);
      }),
      { numRuns: 150, seed: 20_261_121 },
    );
  });
});
