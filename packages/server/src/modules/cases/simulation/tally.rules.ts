import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { Interval } from '@zhiheng/sla-clock/calendar';
import { monthlyCredit } from '@zhiheng/sla-clock/credit';
import { attainmentOf, monthInterval, type ClockOutcome } from '@zhiheng/sla-clock/month';
import { targetKinds, type TargetKind } from '@zhiheng/sla-clock/policy';
import type { OutcomeChanges } from '@zhiheng/sla-clock/simulate';
import { monthsOf } from '../months/months-of.rules.ts';

interface Sides<T> {
  readonly before: T;
  readonly after: T;
}
interface Decided {
  readonly met: number;
  readonly breached: number;
}
type Side = keyof Sides<unknown>;
type Credit = AgreementDefinition['credit'];

/** What a simulation has counted so far: sums only, so that a batch is added and thrown away. */
export interface Tally {
  /** by target and month, `resolution/2026-10` */
  readonly decided: Readonly<Record<string, Sides<Decided>>>;
  /** by contract and month, `<id>/2026-10`: credits depend on how many breaches there are and on nothing else of them */
  readonly breaches: Readonly<Record<string, Sides<number>>>;
  readonly changes: Readonly<Record<keyof OutcomeChanges, number>>;
}

export const emptyTally: Tally = {
  decided: {},
  breaches: {},
  changes: { newlyBreached: 0, spared: 0, added: 0, dropped: 0, movedDeadlines: 0 },
};

/** A decided promise, and the contract under which its breach gives something back. */
export interface Judged {
  readonly outcome: ClockOutcome;
  readonly contractId: string | null;
}

export interface Period extends Interval {
  readonly zone: string;
}

/** The tally with one batch more. */
export function addToTally(tally: Tally, batch: Sides<readonly Judged[]> & { readonly changes: OutcomeChanges }, period: Period): Tally {
  const months = monthsOf(period);
  const decided = { ...tally.decided };
  const breaches = { ...tally.breaches };
  for (const { side, kind, target, month, contractId } of sides.flatMap((side) =>
    batch[side].flatMap((one) => decisionOf(one, side, months)),
  )) {
    const key = `${target}/${month}`;
    decided[key] = oneMore(decided[key] ?? nothing, side, kind);
    if (kind === 'met' || contractId === null) continue;
    const owed = `${contractId}/${month}`;
    const counts = breaches[owed] ?? { before: 0, after: 0 };
    breaches[owed] = { ...counts, [side]: counts[side] + 1 };
  }
  return { decided, breaches, changes: addChanges(tally.changes, batch.changes) };
}

const sides = ['before', 'after'] as const;

/** A promise that was kept or broken within the time asked for, with its month. */
function decisionOf({ outcome, contractId }: Judged, side: Side, months: ReturnType<typeof monthsOf>) {
  const { state, target } = outcome;
  if (state.kind !== 'met' && state.kind !== 'breached') return [];
  const { kind, at } = state;
  const month = months.find(({ from, to }) => at >= from && at < to)?.month;
  return month === undefined ? [] : [{ side, kind, target, month, contractId }];
}

const nothing: Sides<Decided> = { before: { met: 0, breached: 0 }, after: { met: 0, breached: 0 } };

const oneMore = (sides: Sides<Decided>, side: Side, kind: keyof Decided): Sides<Decided> => ({
  ...sides,
  [side]: { ...sides[side], [kind]: sides[side][kind] + 1 },
});

function addChanges(sums: Tally['changes'], changes: OutcomeChanges): Tally['changes'] {
  return {
    newlyBreached: sums.newlyBreached + changes.newlyBreached.length,
    spared: sums.spared + changes.spared.length,
    added: sums.added + changes.added.length,
    dropped: sums.dropped + changes.dropped.length,
    movedDeadlines: sums.movedDeadlines + changes.movedDeadlines.length,
  };
}

const attained = ({ before, after }: Sides<Decided>) => ({
  before: attainmentOf(before.met, before.breached),
  after: attainmentOf(after.met, after.breached),
});

/** Attainment by target over the whole time. */
export function byTarget({ decided }: Tally) {
  return targetKinds.flatMap((target) => {
    const own = Object.entries(decided).flatMap(([key, sides]) => (key.startsWith(`${target}/`) ? [sides] : []));
    return own.length === 0 ? [] : [{ target, ...attained(own.reduce(sum)) }];
  });
}

const sum = (a: Sides<Decided>, b: Sides<Decided>): Sides<Decided> => ({
  before: { met: a.before.met + b.before.met, breached: a.before.breached + b.before.breached },
  after: { met: a.after.met + b.after.met, breached: a.after.breached + b.after.breached },
});

/** Attainment by month and target, in their order. */
export function byMonth({ decided }: Tally) {
  const rows = Object.entries(decided).map(([key, sides]) => {
    const [target, month = ''] = key.split('/');
    return { month, target: target as TargetKind, ...attained(sides) };
  });
  return rows.sort((a, b) =>
    a.month < b.month ? -1 : a.month > b.month ? 1 : targetKinds.indexOf(a.target) - targetKinds.indexOf(b.target),
  );
}

interface Contract {
  readonly id: string;
  readonly monthlyPrice: number;
}
interface Terms {
  readonly zone: string;
  readonly credit: Sides<Credit>;
}

/** What a contract gives back over the whole time, in the unit of its price. */
export function creditOf({ breaches }: Tally, { id, monthlyPrice }: Contract, { zone, credit }: Terms): Sides<number> {
  const months = Object.entries(breaches).flatMap(([key, counts]) =>
    key.startsWith(`${id}/`) ? [{ month: key.slice(id.length + 1), counts }] : [],
  );
  const owed = (side: Side): number => {
    const terms = credit[side];
    if (terms === null) return 0;
    const cents = months.map(({ month, counts }) => {
      const { from } = monthInterval(month, zone);
      const all = Array.from({ length: counts[side] }, (_, at) => ({ id: String(at), at: from }));
      const { percentPerBreach: perBreach, monthlyCapPercent: monthlyCap } = terms;
      return monthlyCredit(all, { month, zone, fee: Math.round(monthlyPrice * 100), terms: { perBreach, monthlyCap } }).amount;
    });
    return cents.reduce((total, amount) => total + amount, 0) / 100;
  };
  return { before: owed('before'), after: owed('after') };
}
