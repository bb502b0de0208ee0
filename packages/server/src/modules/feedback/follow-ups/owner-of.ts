import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

interface Surroundings {
  readonly wishedOwnerId: string | null;
  readonly serviceId: string | null;
  readonly teamId: string | null;
}

/** Whoever was asked, owns the service, leads its team or manages quality, in this order, and is still here. Null when nobody is. */
export async function ownerOf({ db, orgId }: Operation, { wishedOwnerId, serviceId, teamId }: Surroundings): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select a.id from account a
    join (
      select ${wishedOwnerId}::uuid as id, 1 as rank
      union all select owner_id, 2 from service where org_id = ${orgId} and id = ${serviceId}::uuid
      union all select account_id, 3 from team_member where org_id = ${orgId} and team_id = ${teamId}::uuid and lead
      union all select m.account_id, 4 from team_member m join service s on s.org_id = ${orgId} and s.id = ${serviceId}::uuid
        where m.org_id = ${orgId} and m.team_id = s.team_id and m.lead
      union all select h.account_id, case r.code when 'quality-manager' then 5 else 6 end from account_role h
        join role r on r.org_id = ${orgId} and r.id = h.role_id
        where h.org_id = ${orgId} and r.built_in and r.code in ('quality-manager', 'administrator')
    ) o on o.id = a.id
    where a.org_id = ${orgId} and a.deleted_at is null and a.state = 'active' order by o.rank, a.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
