import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar, type CompiledCalendar, type Interval } from '../calendar/index.ts';
import { draws, randomCalendar, type Draw } from '../calendar/random-calendar.testing.ts';
import {
  compileAgreements,
  partyKey,
  projectClocks,
  runClock,
  type ClockEvent,
  type ClockProjection,
  type Ledger,
} from '../clock/index.ts';
import { day, parties, randomPromises, randomSaves, statusWords } from '../clock/random-case.testing.ts';
import type { Policy } from '../policy/index.ts';
import {
  happening,
  planReplay,
  replayCases,
  RowCollector,
  replayedClock,
  replayLedgers,
  type ReplayedClock,
  type ReplayPlan,
  type ReplayRows,
} from './index.ts';

const time: Interval = { from: Date.UTC(2026, 1, 1) / 1000, to: Date.UTC(2026, 6, 1) / 1000 };
const life: Interval = { from: Date.UTC(2026, 2, 10) / 1000, to: Date.UTC(2026, 3, 20) / 1000 };
const zones = ['Asia/Shanghai', 'Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Casablanca'];

interface History {
  readonly policies: readonly [Policy, Policy];
  readonly calendar: CompiledCalendar;
  readonly plans: readonly ReplayPlan[];
  readonly cases: readonly (readonly ClockEvent[])[];
  readonly rows: ReplayRows & { readonly plan: readonly number[] };
}

function history(seed: number, count: number): History {
  const draw = draws(seed);
  const zone = zones[Math.floor(draw() * zones.length)]!;
  const calendar = compileCalendar({ ...randomCalendar(draw, zone, time), id: 'random' }, { from: '2026-02-01', to: '2026-07-01' });
  const policies = [randomPromises(draw, 'random'), randomPromises(draw, 'random')] as const;
  const words = { statuses: statusWords, parties, fields: { priority: 'P3' } };
  const plans = policies.map((policy) => planReplay({ ...words, policy, calendar }));
  const cases = Array.from({ length: count }, () => randomSaves(draw, life));
  return { policies, calendar, plans, cases, rows: rowsOf(cases, draw) };
}

/** The saves as columns, each case under one of the two plans. */
function rowsOf(cases: readonly (readonly ClockEvent[])[], draw: Draw): History['rows'] {
  const columns = {
    caseOf: [] as number[],
    at: [] as number[],
    status: [] as number[],
    party: [] as number[],
    happened: [] as number[],
    plan: [] as number[],
  };
  cases.forEach((events, number) => {
    const plan = draw() < 0.5 ? 0 : 1;
    let [status, party] = [0, 0];
    for (const event of events) {
      if (event.kind !== 'opened' && event.kind !== 'saved') continue;
      status = event.status === undefined ? status : statusWords.findIndex((word) => word === event.status);
      party = event.party === undefined ? party : parties.indexOf(event.party);
      columns.caseOf.push(number + 7);
      columns.at.push(event.at);
      columns.status.push(status);
      columns.party.push(party);
      columns.happened.push(happenedIn(event));
      columns.plan.push(plan);
    }
  });
  return columns;
}

function happenedIn({ message }: Extract<ClockEvent, { kind: 'opened' | 'saved' }>): number {
  if (message === undefined || message.automatic) return 0;
  if (message.from === 'customer') return message.asksForReply === false ? 0 : happening.customerMessage;
  return message.visibleToCustomer ? happening.teamReply : 0;
}

const firstRows = ({ caseOf }: ReplayRows): number[] =>
  Array.from(caseOf, (_, row) => row).filter((row) => caseOf[row] !== caseOf[row - 1]);

/** What the engine says of every case, one by one. */
function engine({ policies, calendar, cases, rows }: History, now: number): Ledger[] {
  const starts = firstRows(rows);
  return cases.map((events, number) => runClock(compileAgreements([policies[rows.plan[starts[number]!]!]!], [calendar]), events, now));
}

/** What a replay keeps of the projections of a case: the last cycle of each target, and how many were judged. */
function lastCycles(projections: readonly ClockProjection[]): ReplayedClock[] {
  const targets = [...new Set(projections.map(({ target }) => target))];
  return targets.map((target): ReplayedClock => {
    const cycles = projections.filter((clock) => clock.target === target);
    const { phase, cycle, startedAt, usedSeconds, usedAt, dueAt, endedAt, breachedAt } = cycles[cycles.length - 1]!;
    if (phase === 'excluded') throw new Error('a replay knows no exclusions');
    const count = (wanted: string) => cycles.filter((clock) => clock.phase === wanted).length;
    return { target, phase, cycle, startedAt, usedSeconds, usedAt, dueAt, endedAt, breachedAt, met: count('met'), missed: count('missed') };
  });
}

describe('the replay', () => {
  const runs = { numRuns: 20, seed: 20_261_121 };
  const after = time.to - 30 * day;

  it('stores what the engine stores', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const past = history(seed, 12);
        const replayed = replayCases(past.plans, past.rows);
        expect(replayed.cases).toBe(past.cases.length);
        engine(past, after).forEach((ledger, number) => {
          const { targets } = past.plans[past.rows.plan[firstRows(past.rows)[number]!]!]!;
          const clocks = targets.flatMap(({ row }) => replayedClock(replayed, number, row.target.kind) ?? []);
          expect(clocks).toEqual(lastCycles(projectClocks(ledger)));
        });
      }),
      runs,
    );
  });

  it('tells the ledgers that the engine tells, at any moment', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: life.from, max: after }), fc.boolean(), (seed, instant, isAtSave) => {
        const past = history(seed, 6);
        const now = isAtSave ? past.rows.at[instant % past.rows.at.length]! : instant;
        const ledgers = engine(past, now).map((ledger) => JSON.stringify(ledger));
        const seen: number[] = [];
        replayLedgers(past.plans, { rows: past.rows, now }, (ledger, number) => {
          seen.push(number);
          expect(JSON.stringify(ledger)).toBe(ledgers[number]);
        });
        expect(seen).toEqual(ledgers.map((_, number) => number));
      }),
      runs,
    );
  });

  it('reads what is collected row by row', () => {
    const past = history(3, 900);
    const collector = new RowCollector();
    const { caseOf, at, status, party, happened = [] } = past.rows;
    for (let row = 0; row < at.length; row++) {
      const words = { status: statusWords[status[row]!]!, party: partyKey(parties[party[row]!]!) };
      collector.add({ caseId: `C-${caseOf[row]}`, at: at[row]!, ...words, happened: happened[row]! });
    }
    const collected = collector.finish();
    expect(at.length).toBeGreaterThan(2048);
    expect(collected.caseIds.slice(0, 2)).toEqual(['C-7', 'C-8']);
    const plans = past.policies.map((policy) => planReplay({ ...collected, policy, calendar: past.calendar, fields: { priority: 'P3' } }));
    expect(replayCases(plans, { ...collected.rows, plan: past.rows.plan })).toEqual(replayCases(past.plans, past.rows));
    expect(() => collector.add({ caseId: 'C-7', at: 0, status: 'new', party: 'customer' })).toThrow(/C-7/);
    expect(() => new RowCollector().add({ caseId: 'C-7', at: 0, status: 'new', party: 'team' })).toThrow(RangeError);
  });

  it('refuses rows that cannot be read', () => {
    const { plans } = history(1, 1);
    const rows = { caseOf: [1, 1], at: [60, 120], status: [0, 1], party: [0, 1] };
    expect(() => replayCases(plans, rows)).not.toThrow();
    expect(() => replayCases(plans, { ...rows, at: [60] })).toThrow(RangeError);
    expect(() => replayCases(plans, { ...rows, at: [120, 60] })).toThrow(RangeError);
    expect(() => replayCases(plans, { ...rows, at: [60, Number.NaN] })).toThrow(RangeError);
    expect(() => replayCases(plans, { ...rows, at: [60, 1e12] })).toThrow(RangeError);
    expect(() => replayCases(plans, { ...rows, status: [0, 7] })).toThrow(RangeError);
    expect(() => replayCases(plans, { ...rows, party: [0.5, 0] })).toThrow(RangeError);
    expect(() => replayCases(plans, { ...rows, plan: [0, 2] })).toThrow(RangeError);
    expect(() => replayCases(plans, { ...rows, happened: [0, 8] })).toThrow(RangeError);
    expect(() => replayCases([], rows)).toThrow(RangeError);
    expect(() => replayedClock(replayCases(plans, rows), 1, 'resolution')).toThrow(RangeError);
  });
});
