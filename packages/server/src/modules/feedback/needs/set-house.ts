import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { HouseOfQuality, setHouseCells as cells, setHouseColumns as columns } from '@zhiheng/contract/feedback/needs';
import { invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readHouse } from './read-house.ts';

export async function setHouseColumns(call: Call, { body }: Parsed<typeof columns>): Promise<HouseOfQuality> {
  const { db, orgId, now } = call;
  await checkKnown(call, 'service_feature', { path: 'features', ids: body.features.map(({ id }) => id) });
  await checkKnown(call, 'competitor', { path: 'competitors', ids: body.competitors.map(({ id }) => id) });
  const plain = { unit: '', target: '', direction: 'higher' };
  const features = body.features.map(({ id = newId(), ...feature }, position) => ({ ...plain, ...feature, id, position }));
  const competitors = body.competitors.map(({ id = newId(), name }, position) => ({ id, name, position }));
  await sql`insert into service_feature (org_id, id, name, unit, target, direction, position)
    select ${orgId}, r.id, r.name, r.unit, r.target, r.direction, r.position
    from jsonb_to_recordset(${JSON.stringify(features)}::jsonb) as r (id uuid, name text, unit text, target text, direction text, position integer)
    on conflict (org_id, id) do update set name = excluded.name, unit = excluded.unit, target = excluded.target, direction = excluded.direction,
      position = excluded.position, deleted_at = null`.execute(db);
  await sql`insert into competitor (org_id, id, name, position) select ${orgId}, r.id, r.name, r.position
    from jsonb_to_recordset(${JSON.stringify(competitors)}::jsonb) as r (id uuid, name text, position integer)
    on conflict (org_id, id) do update set name = excluded.name, position = excluded.position, deleted_at = null`.execute(db);
  const gone = async (table: 'service_feature' | 'competitor', kept: readonly { id: string }[]) =>
    sql`update ${sql.table(table)} set deleted_at = ${now} where org_id = ${orgId} and deleted_at is null
      and id <> all(${kept.map(({ id }) => id)}::uuid[])`.execute(db);
  await gone('service_feature', features);
  await gone('competitor', competitors);
  await recordEvent(call, {
    type: 'house-of-quality.changed',
    entity: { kind: 'organisation', id: orgId },
    data: { features: features.map(({ name }) => name), competitors: competitors.map(({ name }) => name) },
  });
  return readHouse(call, { query: {} });
}

export async function setHouseCells(call: Call, { body }: Parsed<typeof cells>): Promise<HouseOfQuality> {
  const { db, orgId } = call;
  const { relations, scores } = body;
  await checkKnown(call, 'customer_need', { path: 'relations', ids: relations.map(({ needId }) => needId) });
  await checkKnown(call, 'service_feature', { path: 'relations', ids: relations.map(({ featureId }) => featureId) });
  await checkKnown(call, 'customer_need', { path: 'scores', ids: scores.map(({ needId }) => needId) });
  await checkKnown(call, 'competitor', { path: 'scores', ids: scores.map(({ competitorId }) => competitorId) });
  await sql`with cell as (select * from jsonb_to_recordset(${JSON.stringify(relations)}::jsonb) as r ("needId" uuid, "featureId" uuid, strength integer)),
    gone as (delete from need_relation n using cell where n.org_id = ${orgId} and n.need_id = cell."needId" and n.feature_id = cell."featureId"
      and cell.strength = 0)
    insert into need_relation (org_id, need_id, feature_id, strength)
    select distinct on ("needId", "featureId") ${orgId}::uuid, "needId", "featureId", strength from cell where strength > 0
    on conflict (org_id, need_id, feature_id) do update set strength = excluded.strength`.execute(db);
  await sql`with cell as (select * from jsonb_to_recordset(${JSON.stringify(scores)}::jsonb) as r ("needId" uuid, "competitorId" uuid, score integer)),
    gone as (delete from competitor_score n using cell where n.org_id = ${orgId} and n.need_id = cell."needId" and n.competitor_id = cell."competitorId"
      and cell.score = 0)
    insert into competitor_score (org_id, need_id, competitor_id, score)
    select distinct on ("needId", "competitorId") ${orgId}::uuid, "needId", "competitorId", score from cell where score > 0
    on conflict (org_id, need_id, competitor_id) do update set score = excluded.score`.execute(db);
  const counts = { relations: relations.length, scores: scores.length };
  await recordEvent(call, { type: 'house-of-quality.changed', entity: { kind: 'organisation', id: orgId }, data: counts });
  return readHouse(call, { query: {} });
}

interface Named {
  readonly path: string;
  readonly ids: readonly (string | undefined)[];
}

async function checkKnown(
  { db, orgId }: Operation,
  table: 'service_feature' | 'competitor' | 'customer_need',
  { path, ids }: Named,
): Promise<void> {
  const named = ids.filter((id) => id !== undefined);
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where org_id = ${orgId} and deleted_at is null and id = any(${named}::uuid[])`.execute(db);
  const known = new Set(rows.map(({ id }) => id));
  const unknown = ids.findIndex((id) => id !== undefined && !known.has(id));
  if (unknown >= 0) throw invalidField(`${path}.${unknown}`, `unknown_${table}`);
}
