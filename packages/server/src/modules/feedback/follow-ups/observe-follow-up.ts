import { sql } from 'kysely';
import type { FollowUpResult } from '@zhiheng/contract/feedback/follow-ups';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { loadIndicators, replaceObservations, type CountedObservation, type IndicatorRecord } from '../../measurement/index.ts';

/** Under this source stands what is counted of follow-ups; the record key is the id. */
const source = 'follow-ups';
const batchSize = 500;
const firstId = '00000000-0000-0000-0000-000000000000';

interface Facts {
  readonly id: string;
  readonly service: string | null;
  readonly team: string | null;
  readonly site: string | null;
  readonly segment: string | null;
  readonly openedAt: Date;
  readonly dueAt: Date;
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
  follow_up_in_time_rate: {
    measure: 'share',
    factOf: ({ closedAt, reachedAt, dueAt }: Facts): Fact | null =>
      closedAt === null ? null : { at: closedAt, value: Number((reachedAt ?? closedAt) <= dueAt) },
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
export const observeFollowUp = async (operation: Operation, id: string): Promise<void> => void (await observeFollowUps(operation, [id]));

/** Returns how many observations were not as they should be. */
async function observeFollowUps(operation: Operation, ids: readonly string[]): Promise<number> {
  const indicators = (await loadIndicators(operation)).filter(isCounted);
  const facts = indicators.length === 0 ? [] : await readFacts(operation, ids);
  if (facts.length === 0) return 0;
  const first = new Date(Math.min(...facts.map(({ openedAt }) => openedAt.getTime())));
  const counting = indicators.map((one) => one.id);
  return replaceObservations(operation, {
    source,
    standing: sql`o.record_key = any(${[...ids]}::text[]) and o.at >= ${first} and o.indicator_id = any(${counting}::uuid[])`,
    by: facts.flatMap((one) => observationsOf(one, indicators)),
  });
}

function observationsOf(facts: Facts, indicators: readonly IndicatorRecord[]): CountedObservation[] {
  const { id, service, team, site, segment } = facts;
  return indicators.flatMap((indicator) => {
    const fact = counted[indicator.code as keyof typeof counted].factOf(facts);
    if (fact === null) return [];
    return [
      { key: id, indicatorId: indicator.id, subject: { service, team, site, segment }, at: fact.at.getTime(), value: fact.value, n: 1 },
    ];
  });
}

/** Those of the demo have the demo's own observations. */
async function readFacts({ db, orgId }: Operation, ids: readonly string[]): Promise<Facts[]> {
  const { rows } = await sql<Facts>`
    select id, service_id as service, team_id as team, site_id as site, segment_id as segment, opened_at as "openedAt", due_at as "dueAt",
      reached_at as "reachedAt", closed_at as "closedAt", result
    from follow_up where org_id = ${orgId} and id = any(${[...ids]}::uuid[]) and not demo`.execute(db);
  return rows;
}

/** Counts everything anew that indicators say of follow-ups; where it is as it should be, nothing is written. */
export async function rebuildFollowUpObservations(root: Db, orgId: string, now = new Date()): Promise<number> {
  let changed = 0;
  for (let after: string | undefined = firstId; after !== undefined;) {
    const from: string = after;
    await inOrganisation(root, orgId, async (db) => {
      const { rows } = await sql<{ id: string }>`
        select id from follow_up where org_id = ${orgId} and id > ${from}::uuid order by id limit ${batchSize} for no key update`.execute(
        db,
      );
      const ids = rows.map(({ id }) => id);
      changed += await observeFollowUps({ db, orgId, actor: systemActor, now }, ids);
      after = ids.length === batchSize ? ids.at(-1) : undefined;
    });
  }
  return changed;
}
