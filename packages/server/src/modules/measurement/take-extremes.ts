import { sql } from 'kysely';
import type { Operation } from '../../platform/operation.ts';

/**
 * After a correction the smallest and largest value of a bucket may be gone: they are read from the raw rows of the bucket, within
 * the days that the version of the limits covers. Buckets that ended up empty are removed.
 */
export async function takeExtremesAgain({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<void> {
  await sql`delete from rollup where org_id = ${orgId} and stale and n = 0`.execute(db);
  await sql`
    with zone as (select time_zone from organisation where org_id = ${orgId}),
    version as (
      select indicator_id, version, valid_from,
        row_number() over (partition by indicator_id order by valid_from) = 1 as first,
        lead(valid_from) over (partition by indicator_id order by valid_from) as next_from
      from indicator_limits where org_id = ${orgId}
    )
    update rollup r set stale = false, (low, high) = (
      select min(o.value), max(o.value) from observation o, zone z
      left join version v on v.indicator_id = r.indicator_id and v.version = r.limits_version
      where o.org_id = ${orgId} and o.indicator_id = r.indicator_id and o.subject_id = r.subject_id
        and o.at >= r.bucket and o.at < r.bucket + case r.grain when 'hour' then interval '1 hour'
          else ((r.bucket at time zone z.time_zone) + ('1 ' || r.grain)::interval) at time zone z.time_zone - r.bucket end
        and (v.valid_from is null or v.first or o.at >= v.valid_from::timestamp at time zone z.time_zone)
        and (v.next_from is null or o.at < v.next_from::timestamp at time zone z.time_zone)
    )
    where r.org_id = ${orgId} and r.stale`.execute(db);
}
