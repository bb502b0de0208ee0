import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { manualSource } from './manual-source.ts';

interface Entered {
  readonly collectionId: string;
  readonly period: string;
  readonly entered: number;
}

/**
 * How many cells of each sheet hold a figure, among those that its collection asks for today. `from` and `to` bound the instants of the
 * figures, so that only the months in question are read.
 */
export async function countEntered({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, from: Date, to: Date): Promise<Map<string, number>> {
  // By its id the source is found in the primary key; a join might read all that was measured in these months.
  const source = await db.selectFrom('source').select('id').where('org_id', '=', orgId).where('code', '=', manualSource).executeTakeFirst();
  if (source === undefined) return new Map();
  const { rows } = await sql<Entered>`
    with entry as (
      select split_part(o.record_key, ':', 1) as collection, split_part(o.record_key, ':', 2) as period,
        split_part(o.record_key, ':', 3) as indicator, split_part(o.record_key, ':', 4) as subject
      from observation o
      where o.org_id = ${orgId} and o.source_id = ${source.id} and o.at >= ${from} and o.at < ${to}
    )
    select c.id as "collectionId", e.period, count(distinct (e.indicator, e.subject))::int4 as entered
    from collection c
    join entry e on e.collection = c.id::text and e.indicator = any(c.indicators) and e.subject = any(c.subject_ids::text[])
    join indicator i on i.org_id = ${orgId} and i.code = e.indicator and i.deleted_at is null and i.measure <> 'formula'
    where c.org_id = ${orgId} and c.deleted_at is null
    group by c.id, e.period`.execute(db);
  return new Map(rows.map(({ collectionId, period, entered }) => [sheetKey(collectionId, period), entered]));
}

/** What the record keys of a sheet begin with. */
export const sheetKey = (collectionId: string, period: string): string => `${collectionId}:${period}`;
