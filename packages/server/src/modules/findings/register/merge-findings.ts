import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Finding, mergeFindings as endpoint } from '@zhiheng/contract/findings/findings';
import { changedMeanwhile, conflict, invalidField, notFound } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from './finding-rows.ts';
import { findFinding } from './read-finding.ts';

/** Evidence of the other comes here; the other stays to be found by its number, and says where it went. */
export async function mergeFindings(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<Finding> {
  if (params.id === body.otherId) throw invalidField('otherId', 'same_finding');
  await lockBoth(call, [params.id, body.otherId]);
  const kept = await findFinding(call, params.id);
  if (kept.version !== body.version) throw changedMeanwhile();
  const other = await findOther(call, body.otherId);
  for (const one of [kept, other]) if (one.mergedInto !== null) throw conflict('finding_merged', { name: one.mergedInto.number });
  await moveEvidence(call, kept, other);
  await recordEvent(call, { type: 'finding.merged', entity: entityOf(kept), data: { other: other.number } });
  await recordEvent(call, { type: 'finding.dismissed', entity: entityOf(other), data: { mergedInto: kept.number } });
  return findFinding(call, params.id);
}

/** In one order, so that two merges of the same pair never wait for each other. */
async function lockBoth({ db, orgId }: Call, ids: readonly string[]): Promise<void> {
  await sql`select from finding where org_id = ${orgId} and id = any(${ids}::uuid[]) order by id for update`.execute(db);
}

async function findOther(call: Call, id: string): Promise<Finding> {
  const { rows } = await sql`select from finding where org_id = ${call.orgId} and id = ${id}`.execute(call.db);
  if (rows.length === 0) throw notFound('finding');
  return findFinding(call, id);
}

async function moveEvidence({ db, orgId, actor, now }: Call, kept: Finding, other: Finding): Promise<void> {
  await sql`
    insert into finding_evidence (org_id, id, finding_id, kind, entity_id, label, note, href, figure, at, added_by)
    select org_id, gen_random_uuid(), ${kept.id}, kind, entity_id, label, note, href, figure, at, added_by
    from finding_evidence where org_id = ${orgId} and finding_id = ${other.id}
    on conflict (org_id, finding_id, kind, entity_id) do nothing`.execute(db);
  await sql`
    update finding set times = times + ${other.times}, first_seen = least(first_seen, ${other.firstSeen}::timestamptz),
      last_seen = greatest(last_seen, ${other.lastSeen}::timestamptz), version = version + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${kept.id}`.execute(db);
  await sql`
    update finding set state = 'dismissed', reason = ${kept.number}, merged_into = ${kept.id}, closed_at = ${now}, closed_by = ${actor.accountId}::uuid,
      version = version + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${other.id}`.execute(db);
}
