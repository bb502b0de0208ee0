import { sql } from 'kysely';
import type { Collection } from '@zhiheng/contract/measurement/collections';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

/** A collection, and how many cells a sheet of it has today: of indicators that are gone nothing is expected. */
export interface PlannedCollection extends Collection {
  readonly expected: number;
}

type Reader = Pick<Operation, 'db' | 'orgId'>;

/** Collections that are not in the trash, by name. */
export async function selectCollections({ db, orgId }: Reader, only?: string): Promise<PlannedCollection[]> {
  const which = only === undefined ? sql`` : sql`and c.id = ${only}`;
  const { rows } = await sql<PlannedCollection>`
    select c.id, c.name, c.period, c.indicators, c.subject_ids as "subjectIds", c.owner_id as "ownerId", a.name as "ownerName",
      c.starts_on as "startsOn", c.due_days as "dueDays", c.version,
      coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'on', k.held_on, 'name', k.name) order by k.held_on)
        from key_node k where k.org_id = ${orgId} and k.collection_id = c.id), '[]') as "keyNodes",
      cardinality(c.subject_ids) * (select count(*)::int4 from indicator i
        where i.org_id = ${orgId} and i.code = any(c.indicators) and i.deleted_at is null and i.measure <> 'formula') as expected
    from collection c
    left join account a on a.org_id = ${orgId} and a.id = c.owner_id
    where c.org_id = ${orgId} and c.deleted_at is null ${which}
    order by c.name->>'zh', c.id`.execute(db);
  return rows;
}

/** One collection; 404 when there is none, or it is in the trash. */
export async function selectCollection(operation: Reader, id: string): Promise<PlannedCollection> {
  const [collection] = await selectCollections(operation, id);
  if (collection === undefined) throw notFound('collection');
  return collection;
}

/** Holds a collection until the transaction ends. */
export async function lockCollection(operation: Reader, id: string): Promise<PlannedCollection> {
  await operation.db.selectFrom('collection').select('id').where('org_id', '=', operation.orgId).where('id', '=', id).forUpdate().execute();
  return selectCollection(operation, id);
}

/** What the contract shows of a collection. */
export function viewOf(collection: PlannedCollection): Collection {
  const { id, name, period, indicators, subjectIds, ownerId, ownerName, startsOn, dueDays, version, keyNodes } = collection;
  return { id, name, period, indicators, subjectIds, ownerId, ownerName, startsOn, dueDays, version, keyNodes };
}
