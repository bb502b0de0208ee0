import { sql } from 'kysely';
import type { breachAttribution as endpoint } from '@zhiheng/contract/cases/attribution';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { monthInterval } from '@zhiheng/sla-clock/month';
import { runClock, type ClockLedger } from '@zhiheng/sla-clock/clock';
import { targetKinds, type TargetKind } from '@zhiheng/sla-clock/policy';
import type { Operation } from '../../../platform/operation.ts';
import { readAgreementsInForce, spellNames } from '../../agreements/index.ts';
import { dateOf } from '../clock-rows.rules.ts';
import { countingMoment, readClockEvents } from '../count-cases.ts';
import { agreementsFor } from '../judging-agreements.ts';
import { breachOf } from './breach-of.rules.ts';

type Answer = Reply<typeof endpoint>;
type Party = Answer['parties'][number];

/** An answer is waited for: so many ledgers are counted in about a second. */
const mostExamined = 5000;

/** Whose time used up the promises of an agreement that were missed in a month: counted from the ledgers, of which the oldest are taken where there are very many. */
export async function readAttribution(operation: Operation, { query }: Pick<Parsed<typeof endpoint>, 'query'>): Promise<Answer> {
  const inForce = await readAgreementsInForce(operation);
  const { from, to } = monthInterval(query.month, inForce.zone);
  const missed = await readMissed(operation, { agreementId: query.agreementId, from, to });
  const ids = [...new Set(missed.slice(0, mostExamined).map(({ caseId }) => caseId))];
  const histories = await readClockEvents(operation, ids);
  const clocks = [...histories.values()].flatMap((events) => {
    const agreements = agreementsFor(inForce, events, operation.now);
    return runClock(agreements, events, countingMoment(operation.now, events)).clocks;
  });
  const own = clocks.filter((clock) => clock.policy.id === query.agreementId && isBreachedIn(clock, from, to));
  const parties = sumByParty(own);
  const names = await spellNames(
    operation,
    parties.map(({ name }) => name),
  );
  return {
    month: query.month,
    breaches: missed.length,
    examined: own.length,
    parties: parties.map((party, at) => ({ ...party, name: names[at] ?? party.name })),
    targets: targetKinds.flatMap((target) => {
      const breaches = missed.filter((one) => one.target === target).length;
      return breaches === 0 ? [] : [{ target, breaches }];
    }),
  };
}

const isBreachedIn = ({ status }: ClockLedger, from: number, to: number): boolean =>
  (status.kind === 'overdue' || status.kind === 'missed') && status.breachedAt >= from && status.breachedAt < to;

function sumByParty(clocks: readonly ClockLedger[]): Party[] {
  const sums = new Map<string, Party>();
  for (const { decisive, ...share } of clocks.flatMap((clock) => breachOf(clock)?.parties ?? [])) {
    const sum = sums.get(share.party) ?? { ...share, seconds: 0, lateSeconds: 0, breaches: 0, decisive: 0 };
    sums.set(share.party, {
      ...sum,
      seconds: sum.seconds + share.seconds,
      lateSeconds: sum.lateSeconds + share.lateSeconds,
      breaches: sum.breaches + 1,
      decisive: sum.decisive + (decisive ? 1 : 0),
    });
  }
  return [...sums.values()].sort((a, b) => b.seconds + b.lateSeconds - a.seconds - a.lateSeconds);
}

interface Asked {
  readonly agreementId: string;
  readonly from: number;
  readonly to: number;
}

async function readMissed(
  { db, orgId, now }: Operation,
  { agreementId, from, to }: Asked,
): Promise<{ caseId: string; target: TargetKind }[]> {
  const { rows } = await sql<{ caseId: string; target: TargetKind }>`
    select k.case_id as "caseId", k.target from case_clock k
    cross join lateral (select coalesce(k.breached_at, case when k.ended_at is null and k.due_at <= ${now} then k.due_at end) as at) late
    where k.org_id = ${orgId} and k.agreement_id = ${agreementId} and k.state not in ('cancelled', 'reset')
      and late.at >= ${dateOf(from)} and late.at < ${dateOf(to)} order by late.at, k.case_id`.execute(db);
  return rows;
}
