import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import type { ReadMail } from './read-mail.ts';

interface Found {
  readonly caseId: string;
  readonly from: 'customer' | 'supplier';
}

/** The case that a mail belongs to: by what it answers, or by a number in its subject when its sender is one of those concerned. Whoever merely guesses a number gets into no case. */
export async function findCase({ db, orgId }: Operation, { answers, subject, sender }: ReadMail): Promise<Found | null> {
  const number = /(?<![\w-])C-\d{6,12}(?!\d)/i.exec(subject)?.[0].toUpperCase() ?? '';
  const { rows } = await sql<Found>`
    with answered as (
      select case_id, created_at as at from mail_out where org_id = ${orgId} and message_id = any(${[...answers]}) and case_id is not null
      union all select case_id, at from mail_in where org_id = ${orgId} and message_id = any(${[...answers]}) and case_id is not null),
    named as (
      select c.id as case_id from service_case c
      left join customer cu on cu.org_id = ${orgId} and cu.id = c.customer_id
      left join supplier su on su.org_id = ${orgId} and su.id = c.supplier_id
      where c.org_id = ${orgId} and c.number = ${number} and (lower(c.contact_email) = ${sender} or lower(cu.email) = ${sender} or lower(su.email) = ${sender}
        or exists (select from mail_in i where i.org_id = ${orgId} and i.case_id = c.id and i.sender = ${sender})))
    select c.id as "caseId", case when lower(su.email) = ${sender} then 'supplier' else 'customer' end as "from"
    from (select case_id from (select case_id, 1 as place, at from answered union all select case_id, 2, null from named) f
      order by place, at desc limit 1) f
    join service_case c on c.org_id = ${orgId} and c.id = f.case_id
    left join supplier su on su.org_id = ${orgId} and su.id = c.supplier_id`.execute(db);
  return rows[0] ?? null;
}
