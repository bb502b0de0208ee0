import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { presence as endpoint } from '@zhiheng/contract/cases/cases';
import { notFound } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { announceCase } from './announce-case.ts';
import { visibleTo } from './visible-cases.ts';

type Other = Reply<typeof endpoint>['others'][number];

/** Two heartbeats may get lost before somebody counts as gone. */
const staleSeconds = 50;

/** Notes that the caller has a case open, and tells who else has. A script has no eyes: an API key only asks. */
export async function notePresence(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { db, orgId, actor, now } = call;
  const { rows: found } =
    await sql`select from service_case c where c.org_id = ${orgId} and c.id = ${params.id} and ${visibleTo(actor)}`.execute(db);
  if (found.length === 0) throw notFound('case');
  if (actor.accountId !== null && (await noteSelf(call, params.id, body.writing))) announceCase(call, params.id);
  const { rows } = await sql<Other>`
    select p.account_id as "accountId", a.name, p.writing from case_presence p join account a on a.org_id = ${orgId} and a.id = p.account_id
    where p.org_id = ${orgId} and p.case_id = ${params.id} and p.account_id is distinct from ${actor.accountId}
      and p.seen_at > ${new Date(now.getTime() - staleSeconds * 1000)} order by p.writing desc, a.name`.execute(db);
  return { others: rows };
}

/** Whether it is news to the others: somebody came, or began to write or stopped. */
async function noteSelf({ db, orgId, actor, now }: Call, caseId: string, writing: boolean): Promise<boolean> {
  const stale = new Date(now.getTime() - staleSeconds * 1000);
  const { rows } = await sql<{ news: boolean }>`
    with known as (select writing, seen_at from case_presence where org_id = ${orgId} and case_id = ${caseId} and account_id = ${actor.accountId}),
    swept as (delete from case_presence where org_id = ${orgId} and case_id = ${caseId} and seen_at < ${stale} and account_id <> ${actor.accountId})
    insert into case_presence (org_id, case_id, account_id, writing, seen_at) values (${orgId}, ${caseId}, ${actor.accountId}, ${writing}, ${now})
    on conflict (org_id, case_id, account_id) do update set writing = excluded.writing, seen_at = excluded.seen_at
    returning not exists (select from known where known.writing = ${writing} and known.seen_at > ${stale}) as news`.execute(db);
  return rows[0]?.news ?? false;
}
