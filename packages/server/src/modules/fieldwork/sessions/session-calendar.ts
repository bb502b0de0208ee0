import { sql, type RawBuilder } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { fieldSessionCalendar as endpoint } from '@zhiheng/contract/fieldwork/sessions';
import type { LocalText } from '@zhiheng/contract/values/text';
import { notFound } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { calendarOf, type CalendarEntry } from './calendar.rules.ts';
import { fromSessions } from './session-rows.ts';

export async function sessionCalendar(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<string> {
  const entries = await readEntries(call, sql`e.id = ${params.id}::uuid`);
  if (entries.length === 0) throw notFound('field_session');
  return send(call, 'session', entries);
}

/** Past ones of more than a year are left out. */
export async function myCalendar(call: Call): Promise<string> {
  const me = call.actor.accountId;
  const mine = sql`(e.conductor_id = ${me}::uuid or exists (
    select from field_rater r where r.org_id = ${call.orgId} and r.session_id = e.id and r.account_id = ${me}::uuid))`;
  return send(call, 'sessions', await readEntries(call, sql`${mine} and e.starts_at > ${call.now}::timestamptz - interval '1 year'`));
}

function send(call: Call, name: string, entries: readonly CalendarEntry[]): string {
  call.reply.headers({
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.ics"`,
    'cache-control': 'private, no-store',
  });
  return calendarOf(entries);
}

interface Row extends Omit<CalendarEntry, 'summary' | 'location'> {
  readonly name: LocalText;
  readonly number: number;
  readonly place: string;
  readonly siteName: LocalText | null;
  readonly locale: string;
}

/** In the language of the organisation: a calendar has one. No participant is named in it. */
async function readEntries(call: Call, condition: RawBuilder<unknown>): Promise<CalendarEntry[]> {
  const { rows } = await sql<Row>`
    select e.id, s.name, s.code as description, e.number, e.place, t.name as "siteName", e.starts_at as "startsAt", e.minutes,
      e.state = 'cancelled' as cancelled, e.version as sequence, e.updated_at as "changedAt",
      (select o.locale from organisation o where o.org_id = ${call.orgId}) as locale
    ${fromSessions(call)} and ${condition} order by e.starts_at, e.id limit 2000`.execute(call.db);
  return rows.map(({ name, number, place, siteName, locale, ...row }) => {
    const language = locale === 'en' ? 'en' : 'zh';
    const location = [siteName?.[language] ?? '', place].filter((part) => part !== '').join(' ');
    return { ...row, summary: `${name[language]} #${number}`, location };
  });
}
