import { sql } from 'kysely';
import type { CustomerNeed } from '@zhiheng/contract/feedback/needs';
import { invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';

type Source = Omit<CustomerNeed['sources'][number], 'excerpt'>;
export type NeedFields = Omit<CustomerNeed, 'serviceName' | 'segmentName' | 'sources' | 'updatedAt'> & {
  readonly sources: readonly Source[];
};

/** Writes the row of a need, new or known, and what it rests on. */
export async function writeNeed(operation: Operation, fields: NeedFields): Promise<void> {
  const { db, orgId, now } = operation;
  await checkSources(operation, fields.sources);
  await sql`
    insert into customer_need (org_id, id, kind, name, detail, service_id, segment_id, importance, priority, own_score, target_score, sales_point, state,
      handed_to, handed_at, state_note, version, created_at, updated_at)
    values (${orgId}, ${fields.id}, ${fields.kind}, ${fields.name}, ${fields.detail}, ${fields.serviceId}, ${fields.segmentId}, ${fields.importance},
      ${fields.priority}, ${fields.ownScore}, ${fields.targetScore}, ${fields.salesPoint}, ${fields.state}, ${fields.handedTo}, ${fields.handedAt},
      ${fields.stateNote}, ${fields.version}, ${now}, ${now})
    on conflict (org_id, id) do update set kind = excluded.kind, name = excluded.name, detail = excluded.detail, service_id = excluded.service_id,
      segment_id = excluded.segment_id, importance = excluded.importance, priority = excluded.priority, own_score = excluded.own_score,
      target_score = excluded.target_score, sales_point = excluded.sales_point, state = excluded.state, handed_to = excluded.handed_to,
      handed_at = excluded.handed_at, state_note = excluded.state_note, version = excluded.version, updated_at = excluded.updated_at`.execute(
    db,
  );
  await sql`delete from customer_need_source where org_id = ${orgId} and need_id = ${fields.id}`.execute(db);
  const rows = JSON.stringify(fields.sources.map((source) => ({ ...source, id: newId() })));
  await sql`insert into customer_need_source (org_id, id, need_id, feedback_id, words, url)
    select ${orgId}, r.id, ${fields.id}, r."feedbackId", r.words, r.url
    from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, "feedbackId" uuid, words text, url text)`.execute(db);
}

async function checkSources({ db, orgId }: Operation, sources: readonly Source[]): Promise<void> {
  const empty = sources.findIndex(({ feedbackId, words, url }) => feedbackId === null && words === '' && url === '');
  if (empty >= 0) throw invalidField(`sources.${empty}.words`, 'required');
  const ids = sources.map(({ feedbackId }) => feedbackId);
  const twice = ids.findIndex((id, at) => id !== null && ids.indexOf(id) !== at);
  if (twice >= 0) throw invalidField(`sources.${twice}.feedbackId`, 'duplicate');
  const named = ids.filter((id) => id !== null);
  const { rows } = await sql<{ id: string }>`select id from feedback where org_id = ${orgId} and id = any(${named}::uuid[])`.execute(db);
  const known = new Set(rows.map(({ id }) => id));
  const unknown = ids.findIndex((id) => id !== null && !known.has(id));
  if (unknown >= 0) throw invalidField(`sources.${unknown}.feedbackId`, 'unknown_feedback');
}
