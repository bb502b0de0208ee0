import { sql, type RawBuilder } from 'kysely';
import type { BusinessCalendar } from '@zhiheng/contract/agreements/calendars';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

type Scope = Pick<Operation, 'db' | 'orgId'>;
interface Row extends Omit<BusinessCalendar, 'updatedAt'> {
  readonly updatedAt: Date;
}

/** Calendars that are not in the trash, by code, with what counts in them. `condition` speaks of `c`. */
export async function selectCalendars({ db, orgId }: Scope, condition: RawBuilder<unknown>): Promise<BusinessCalendar[]> {
  const { rows } = await sql<Row>`
    with used as (
      select distinct v.calendar_id, a.id as agreement_id
      from agreement a join agreement_version v on v.org_id = ${orgId} and v.agreement_id = a.id
      where a.org_id = ${orgId} and a.deleted_at is null
      union
      select (a.draft ->> 'calendarId')::uuid, a.id from agreement a where a.org_id = ${orgId} and a.deleted_at is null and a.draft is not null
    )
    select c.id, c.code, c.name, c.version, v.definition, c.updated_at as "updatedAt",
      (select count(*)::int from used u where u.calendar_id = c.id) as agreements,
      (select count(distinct k.case_id)::int from used u join case_clock k on k.org_id = ${orgId} and k.agreement_id = u.agreement_id
        where u.calendar_id = c.id and k.ended_at is null) as "openCases"
    from business_calendar c
    join business_calendar_version v on v.org_id = ${orgId} and v.calendar_id = c.id and v.version = c.version
    where c.org_id = ${orgId} and c.deleted_at is null and ${condition}
    order by c.code`.execute(db);
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

export async function readCalendar(scope: Scope, id: string): Promise<BusinessCalendar> {
  const [calendar] = await selectCalendars(scope, sql`c.id = ${id}`);
  if (calendar === undefined) throw notFound('calendar');
  return calendar;
}

/** Holds a calendar that is not in the trash until the transaction ends. */
export async function lockCalendar(scope: Scope, id: string): Promise<BusinessCalendar> {
  await sql`select from business_calendar where org_id = ${scope.orgId} and id = ${id} for no key update`.execute(scope.db);
  return readCalendar(scope, id);
}
