import { sql } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { casePeople as endpoint } from '@zhiheng/contract/cases/cases';
import type { Operation } from '../../platform/operation.ts';

/** Whoever may work on cases; names only, so that an agent who sees no accounts can still hand a case over. */
export async function listPeople({ db, orgId }: Operation): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<{ id: string; name: string; teamIds: string[] }>`
    select a.id, a.name, array(select m.team_id from team_member m where m.org_id = a.org_id and m.account_id = a.id order by m.team_id) as "teamIds"
    from account a
    where a.org_id = ${orgId} and a.state = 'active' and a.deleted_at is null
      and exists (select from account_role ar join role r on r.org_id = ar.org_id and r.id = ar.role_id
                  where ar.org_id = a.org_id and ar.account_id = a.id and 'cases.write' = any(r.permissions))
    order by a.name, a.id limit 1000`.execute(db);
  return { items: rows };
}
