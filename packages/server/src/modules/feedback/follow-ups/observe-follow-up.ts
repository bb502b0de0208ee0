import { sql } from 'kysely';
import type { FollowUpResult } from '@zhiheng/contract/feedback/follow-ups';
import type { Operation } from '../../../platform/operation.ts';
import { loadIndicators, replaceObservations, type CountedObservation, type IndicatorRecord } from '../../measurement/index.ts';

/** Under this source stands what is counted of follow-ups; the record key is the id. */
const source = 'follow-ups';

interface Facts {
  readonly service: string | null;
  readonly team: string | null;
  readonly site: string | null;
  readonly segment: string | null;
  readonly openedAt: Date;
  readonly reachedAt: Date | null;
  readonly closedAt: Date | null;
  readonly result: FollowUpResult | null;
}

interface Fact {
  readonly at: Date;
  readonly value: number;
}

/** Indicators that are counted when an organisation has them: the measure each must have, and what a follow-up says of it. */
const counted = {
  follow_up_recovery_rate: {
    measure: 'share',
    factOf: ({ closedAt, result }: Facts): Fact | null =>
      closedAt === null ? null : { at: closedAt, value: Number(result === 'recovered') },
  },
  follow_up_reach_rate: {
    measure: 'share',
    factOf: ({ closedAt, result }: Facts): Fact | null =>
      closedAt === null ? null : { at: closedAt, value: Number(result !== 'unreachable') },
  },
  follow_up_contact_time: {
    measure: 'duration',
    factOf: ({ openedAt, reachedAt }: Facts): Fact | null =>
      reachedAt === null ? null : { at: reachedAt, value: Math.round((reachedAt.getTime() - openedAt.getTime()) / 1000) },
  },
} as const;

const isCounted = ({ code, measure }: IndicatorRecord): boolean =>
  Object.hasOwn(counted, code) && counted[code as keyof typeof counted].measure === measure;

/** Lets the observations of a follow-up that the caller holds say what it says now. */
export async function observeFollowUp(operation: Operation, id: string): Promise<void> {
  const indicators = (await loadIndicators(operation)).filter(isCounted);
  if (indicators.length === 0) return;
  const facts = await readFacts(operation, id);
  const { service, team, site, segment, openedAt } = facts;
  const by = indicators.flatMap((indicator): CountedObservation[] => {
    const fact = counted[indicator.code as keyof typeof counted].factOf(facts);
    if (fact === null) return [];
    const subject = { service, team, site, segment };
    return [{ key: id, indicatorId: indicator.id, subject, at: fact.at.getTime(), value: fact.value, n: 1 }];
  });
  await replaceObservations(operation, {
    source,
    standing: sql`o.record_key = ${id} and o.at >= ${openedAt} and o.indicator_id = any(${indicators.map((one) => one.id)}::uuid[])`,
    by,
  });
}

async function readFacts({ db, orgId }: Operation, id: string): Promise<Facts> {
  const { rows } = await sql<Facts>`
    select service_id as service, team_id as team, site_id as site, segment_id as segment, opened_at as "openedAt", reached_at as "reachedAt",
      closed_at as "closedAt", result from follow_up where org_id = ${orgId} and id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('a follow-up that is held is there');
  return row;
}
