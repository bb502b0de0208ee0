import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { exportICalendar, getCalendar as getEndpoint, listCalendars as listEndpoint } from '@zhiheng/contract/agreements/calendars';
import { exportICalendar as feedOf } from '@zhiheng/sla-clock/icalendar';
import type { Call } from '../../../platform/operation.ts';
import { calendarOf } from '../policy-of.ts';
import { readCalendar, selectCalendars } from './select-calendars.ts';

export async function listCalendars(call: Call): Promise<Reply<typeof listEndpoint>> {
  return { items: await selectCalendars(call, sql`true`) };
}

interface VersionRow {
  readonly version: number;
  readonly publishedAt: Date;
  readonly publishedBy: string | null;
  readonly note: string;
}

/** One calendar with its versions, the newest first. */
export async function getCalendar(call: Call, { params }: Parsed<typeof getEndpoint>): Promise<Reply<typeof getEndpoint>> {
  const calendar = await readCalendar(call, params.id);
  const { rows } = await sql<VersionRow>`
    select v.version, v.published_at as "publishedAt", a.name as "publishedBy", v.note from business_calendar_version v
    left join account a on a.org_id = ${call.orgId} and a.id = v.published_by
    where v.org_id = ${call.orgId} and v.calendar_id = ${params.id} order by v.version desc`.execute(call.db);
  return { ...calendar, versions: rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() })) };
}

/** As feed in the language of the reader. */
export async function writeICalendar(call: Call, { params }: Parsed<typeof exportICalendar>): Promise<Reply<typeof exportICalendar>> {
  const { code, version, definition } = await readCalendar(call, params.id);
  const { rows } = await sql<{ language: 'zh' | 'en' }>`
    select coalesce(a.locale, o.locale) as language from organisation o
    left join account a on a.org_id = ${call.orgId} and a.id = ${call.actor.accountId}::uuid
    where o.org_id = ${call.orgId}`.execute(call.db);
  const language = rows[0]?.language ?? 'zh';
  return { text: feedOf(calendarOf(code, version, definition), { language, stamp: Math.floor(call.now.getTime() / 1000) }) };
}
