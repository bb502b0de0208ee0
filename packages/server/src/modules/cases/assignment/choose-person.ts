import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { isOpen } from '../filter-cases.ts';
import type { Assignment } from './assignment.rules.ts';

type Scope = Pick<Operation, 'db' | 'orgId'>;

/** Whoever may work on cases now. The condition speaks of `a`. */
const mayWork = sql`a.state = 'active' and a.deleted_at is null and exists (
  select from account_role ar join role r on r.org_id = ar.org_id and r.id = ar.role_id
  where ar.org_id = a.org_id and ar.account_id = a.id and 'cases.write' = any(r.permissions))`;

/** The person to whom the rule gives a case of this team; null when there is nobody who may work on it. */
export async function choosePerson(scope: Scope, teamId: string | null, chosen: Assignment['person']): Promise<string | null> {
  if (chosen === null) return null;
  const { id, person } = chosen;
  switch (person.kind) {
    case 'nobody':
      return null;
    case 'account':
      return knownPerson(scope, person.accountId);
    case 'in-turn':
      return nextInTurn(scope, id, teamId);
    case 'least-open':
      return leastBurdened(scope, teamId);
    default:
      return person satisfies never;
  }
}

async function knownPerson({ db, orgId }: Scope, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select a.id from account a where a.org_id = ${orgId} and a.id = ${id} and ${mayWork}`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}

/** Two who open cases at the same time wait for each other here, so that nobody is passed over. */
async function nextInTurn({ db, orgId }: Scope, ruleId: string, teamId: string | null): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with member as (
      select a.id from team_member m join account a on a.org_id = m.org_id and a.id = m.account_id
      where m.org_id = ${orgId} and m.team_id = ${teamId}::uuid and ${mayWork})
    insert into assignment_turn as t (org_id, rule_id, account_id) select ${orgId}, ${ruleId}, id from (select id from member order by id limit 1) first
    on conflict (org_id, rule_id) do update set account_id = coalesce(
      (select id from member where id > t.account_id order by id limit 1), excluded.account_id)
    returning account_id as id`.execute(db);
  return rows[0]?.id ?? null;
}

async function leastBurdened({ db, orgId }: Scope, teamId: string | null): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select a.id from team_member m join account a on a.org_id = m.org_id and a.id = m.account_id
    left join lateral (select count(*) as n from service_case c where c.org_id = ${orgId} and c.assignee_id = a.id and ${isOpen}) open on true
    where m.org_id = ${orgId} and m.team_id = ${teamId}::uuid and ${mayWork} order by open.n, a.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
