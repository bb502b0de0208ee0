import { describe, expect, it } from 'vitest';
import { compileCalendar, mondayToFriday } from '../calendar/index.ts';
import {
  all,
  always,
  any,
  changed,
  choosePolicy,
  chooseTarget,
  fieldIn,
  goalSeconds,
  happened,
  holds,
  lintPolicy,
  never,
  not,
  requirePolicy,
  standing,
  statusIn,
  usualTarget,
  versionsInForce,
  type CaseFacts,
  type Goal,
  type Pause,
  type Policy,
  type Scope,
  type StatusMeaning,
  type Target,
  type TargetKind,
} from './index.ts';

const hour = 3600;
const statuses: StatusMeaning = {
  awaitingCustomer: ['pending'],
  awaitingSupplier: ['on-hold'],
  solved: ['solved'],
  closed: ['closed'],
  cancelled: ['cancelled'],
};
const vocabulary = { status: ['new', 'open', 'pending', 'on-hold', 'solved', 'closed', 'cancelled'] };
const name = { zh: '协议', en: 'agreement' };

const target = (more: Partial<Target> = {}): Target => ({
  ...usualTarget('resolution', { kind: 'working-time', seconds: 8 * hour }, { statuses }),
  ...more,
});
const pause = (when: Pause['when'], more: Partial<Pause> = {}): Pause => ({ reason: 'waiting', name, when, ...more });
const policy = (more: Partial<Policy> = {}): Policy => ({
  id: 'standard',
  version: 1,
  name,
  agreement: { kind: 'sla' },
  effectiveFrom: 0,
  adoption: 'new-cases',
  scope: {},
  calendar: 'office',
  closed: ['closed', 'cancelled'],
  targets: [target()],
  ...more,
});
const facts = (fields: Readonly<Record<string, string | boolean>>, more: Partial<CaseFacts> = {}): CaseFacts => ({
  fieldValue: (field) => fields[field] ?? null,
  occurrences: new Set(),
  changed: new Set(),
  ...more,
});

describe('conditions', () => {
  it('combine as logic does', () => {
    const open = facts({ status: 'open', priority: 'P1' });
    expect(holds(all(statusIn('open', 'new'), fieldIn('priority', 'P1')), open)).toBe(true);
    expect(holds(all(statusIn('open'), not(fieldIn('priority', 'P1'))), open)).toBe(false);
    expect(holds(any(never, statusIn('closed')), open)).toBe(false);
    expect([holds(all(), open), holds(any(), open)]).toEqual([true, false]);
  });

  it('an absent field is null', () => {
    expect(holds(fieldIn('contract', null), facts({}))).toBe(true);
    expect(holds(fieldIn('contract', 'null'), facts({}))).toBe(false);
  });

  it('what happened or changed holds at its save only', () => {
    const save = facts({}, { occurrences: new Set(['team-reply']), changed: new Set(['priority']) });
    const both = all(happened('team-reply'), changed('priority'));
    expect([holds(both, save), holds(both, standing(save))]).toEqual([true, false]);
  });
});

describe('the policy that counts', () => {
  const named = (id: string, scope: Scope): Policy => policy({ id, scope });
  const fieldValue = facts({ contract: 'C-1', customer: 'Bank', service: 'mail', priority: 'P1', channel: 'web' }).fieldValue;

  it('is the one that names the most specific dimension, and says why', () => {
    const everywhere = named('everywhere', {});
    const byDetail = named('by detail', { service: ['mail'], priority: ['P1'], channel: ['web'] });
    const byContract = named('by contract', { contract: ['C-1', 'C-2'] });
    const choice = choosePolicy([everywhere, byDetail, byContract, named('of another', { contract: ['C-9'] })], fieldValue);
    expect(choice?.policy.id).toBe('by contract');
    expect(choice?.because).toEqual({
      matched: [{ dimension: 'contract', value: 'C-1' }],
      beaten: [
        { id: 'by detail', version: 1, name, by: { kind: 'dimension', dimension: 'contract' } },
        { id: 'everywhere', version: 1, name, by: { kind: 'dimension', dimension: 'contract' } },
      ],
    });
  });

  it('needs every dimension that it names', () => {
    expect(choosePolicy([named('a', { service: ['mail'], priority: ['P2'] })], fieldValue)).toBeNull();
    expect(choosePolicy([named('a', { segment: ['gold'] })], fieldValue)).toBeNull();
  });

  it('between equals names fewer values, then has the smaller id', () => {
    const wide = named('a', { service: ['mail', 'web'] });
    const narrow = named('b', { service: ['mail'] });
    expect(choosePolicy([wide, narrow], fieldValue)?.because.beaten.map(({ by }) => by.kind)).toEqual(['fewer-values']);
    expect(choosePolicy([named('c', { service: ['mail'] }), narrow], fieldValue)?.policy.id).toBe('b');
    expect(choosePolicy([narrow, named('c', { service: ['mail'] })], fieldValue)?.because.beaten[0]?.by.kind).toBe('id');
  });

  it('does not depend on the order of the policies', () => {
    const some = [
      named('a', {}),
      named('b', { priority: ['P1'] }),
      named('c', { service: ['mail'] }),
      named('d', { customer: ['Bank'], priority: ['P1'] }),
    ];
    const orders = [some, [...some].reverse(), [some[2]!, some[0]!, some[3]!, some[1]!]];
    expect(orders.map((order) => choosePolicy(order, fieldValue)?.policy.id)).toEqual(['d', 'd', 'd']);
  });

  it('has rows, of which the most specific of a kind counts', () => {
    const rows = [
      target(),
      target({ scope: { priority: ['P1'] }, goal: { kind: 'working-time', seconds: hour } }),
      target({ kind: 'first-response' }),
    ];
    expect(chooseTarget(rows, 'resolution', fieldValue)?.goal).toEqual({ kind: 'working-time', seconds: hour });
    expect(chooseTarget(rows, 'resolution', facts({}).fieldValue)?.goal).toEqual({ kind: 'working-time', seconds: 8 * hour });
    expect(chooseTarget(rows, 'next-reply', fieldValue)).toBeNull();
  });
});

describe('the version in force', () => {
  const first = policy({ version: 1, effectiveFrom: 100 });
  const second = policy({ version: 2, effectiveFrom: 200 });
  const third = policy({ version: 3, effectiveFrom: 300, adoption: 'open-cases' });
  const other = policy({ id: 'other', effectiveFrom: 250 });
  const inForce = (openedAt: number, at: number) =>
    versionsInForce([second, third, first, other], { openedAt, at })
      .map(({ id, version }) => `${id} ${version}`)
      .sort();

  it('is the one of the opening, until one comes that takes over open cases', () => {
    expect(inForce(99, 99)).toEqual([]);
    expect(inForce(100, 100)).toEqual(['standard 1']);
    expect(inForce(150, 299)).toEqual(['standard 1']);
    expect(inForce(150, 300)).toEqual(['standard 3']);
    expect(inForce(200, 299)).toEqual(['standard 2']);
    expect(inForce(260, 260)).toEqual(['other 1', 'standard 2']);
  });
});

describe('goals', () => {
  const office = compileCalendar(mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' }), { from: '2026-11-01', to: '2026-12-01' });
  const at = (text: string) => Date.parse(`${text}+08:00`) / 1000;

  it('the end of the next business day is so many working seconds from the start', () => {
    // Friday 17:00: one hour until closing time, nine on Monday.
    expect(goalSeconds({ kind: 'business-day-end', days: 1 }, office, at('2026-11-20T17:00'))).toBe(10 * hour);
    expect(goalSeconds({ kind: 'business-day-end', days: 0 }, office, at('2026-11-20T17:00'))).toBe(hour);
    expect(goalSeconds({ kind: 'business-day-end', days: 0 }, office, at('2026-11-20T19:00'))).toBe(9 * hour);
  });
});

describe('the usual conditions', () => {
  it.each<TargetKind>(['first-response', 'next-reply', 'periodic-update', 'resolution', 'requester-wait', 'agent-work'])(
    'of %s have no flaw',
    (kind) => {
      expect(
        lintPolicy(policy({ targets: [usualTarget(kind, { kind: 'working-time', seconds: hour }, { statuses })] }), vocabulary),
      ).toEqual([]);
    },
  );
});

describe('lint', () => {
  const lint = (more: Partial<Target>, words = vocabulary) =>
    lintPolicy(policy({ targets: [target(more)] }), words).map(({ code }) => code);

  it('a pause that contains the start means always paused', () => {
    expect(lint({ start: { while: statusIn('new', 'open') }, pauses: [pause(statusIn('new', 'open', 'pending'))] })).toEqual([
      'always-paused',
    ]);
    expect(lint({ pauses: [pause(always)] })).toEqual(['always-paused']);
  });

  it('start and pause that exclude each other mean never paused', () => {
    expect(lint({ start: { while: statusIn('new', 'open') }, pauses: [pause(statusIn('pending'))] })).toEqual(['never-paused']);
    expect(
      lint({ start: { while: fieldIn('priority', 'P1') }, pauses: [pause(all(statusIn('pending'), fieldIn('priority', 'P2')))] }),
    ).toEqual(['never-paused']);
    // A start that need not go on holding excludes nothing.
    expect(lint({ start: { once: statusIn('new', 'open') }, pauses: [pause(statusIn('pending'))] })).toEqual([]);
    // What stops the clock cannot pause it.
    expect(lint({ pauses: [pause(statusIn('solved', 'closed'))] })).toEqual(['never-paused']);
  });

  it('tells a clock that starts in its pause', () => {
    expect(lint({ start: { once: statusIn('pending') }, pauses: [pause(statusIn('pending'))] })).toEqual(['starts-paused']);
  });

  it('tells pauses that never end or never show', () => {
    expect(lint({ pauses: [pause(statusIn('pending'), { until: all(statusIn('open'), statusIn('new')) })] })).toEqual(['pause-never-ends']);
    expect(lint({ pauses: [pause(statusIn('pending', 'on-hold')), pause(statusIn('pending'), { reason: 'customer' })] })).toEqual([
      'pause-hidden',
    ]);
  });

  it('tells clocks that never start, stop at the start, never stop, or start again with the next save', () => {
    expect(lint({ start: { once: all(statusIn('open'), not(statusIn('open'))) } })).toEqual(['never-starts']);
    expect(lint({ start: { once: statusIn('solved') }, pauses: [] })).toEqual(['stops-at-start']);
    expect(
      lintPolicy(policy({ closed: [], targets: [target({ stop: never, cancel: never })] }), vocabulary).map(({ code }) => code),
    ).toEqual(['never-stops']);
    const momentary = target({ stop: happened('team-reply'), cancel: never });
    expect(lintPolicy(policy({ closed: [], targets: [momentary] }), vocabulary).map(({ code }) => code)).toEqual(['stop-does-not-last']);
  });

  it('tells statuses that nobody can set', () => {
    expect(lintPolicy(policy({ closed: ['shut'], targets: [target({ stop: statusIn('done') })] }), vocabulary)).toEqual([
      { code: 'unknown-value', target: null, field: 'status', value: 'shut' },
      { code: 'unknown-value', target: 'resolution', field: 'status', value: 'done' },
    ]);
  });

  it('leaves undecided what looks at too many fields', () => {
    const fields = Array.from({ length: 20 }, (_, index) => fieldIn(`field ${index}`, true));
    expect(lint({ pauses: [pause(all(...fields, not(any(...fields))))] })).toEqual([]);
  });
});

describe('a policy that no clock can run', () => {
  const refused = (more: Partial<Target>) => () => requirePolicy(policy({ targets: [target(more)] }));
  const step = (id: string, percent: number) => ({ id, name, at: { kind: 'percent', percent } as const });

  it.each<Goal>([
    { kind: 'working-time', seconds: 0 },
    { kind: 'working-time', seconds: -5 },
    { kind: 'working-time', seconds: 0.5 },
    { kind: 'working-time', seconds: Number.NaN },
    { kind: 'working-time', seconds: Infinity },
    { kind: 'business-day-end', days: -1 },
    { kind: 'business-day-end', days: 1.5 },
  ])('has the goal %o', (goal) => {
    expect(refused({ goal })).toThrow(RangeError);
  });

  it('names a pause or a step twice, or a step at no time', () => {
    expect(refused({ pauses: [pause(always), pause(never)] })).toThrow(/waiting twice/);
    expect(refused({ steps: [step('warn', 50), step('warn', 75)] })).toThrow(/warn twice/);
    expect(refused({ steps: [step('warn', 0)] })).toThrow(RangeError);
    expect(refused({ steps: [{ id: 'warn', name, at: { kind: 'offset', seconds: 0.5 } }] })).toThrow(RangeError);
    expect(refused({ pauses: Array.from({ length: 16 }, (_, index) => pause(never, { reason: `${index}` })) })).toThrow(/more than 15/);
    expect(() => requirePolicy(policy({ effectiveFrom: Number.NaN }))).toThrow(RangeError);
  });
});
