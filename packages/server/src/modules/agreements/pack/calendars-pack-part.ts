import { sql } from 'kysely';
import type { z } from 'zod';
import { packCalendars } from '@zhiheng/contract/packs/pack-agreements';
import type { Operation } from '../../../platform/operation.ts';
import { countDecisions, planInstall, type PackPart, type PlannedRow, type StandingRow } from '../../../platform/pack-part.ts';
import { recordEvents, type EventDraft } from '../../../platform/record-event.ts';
import { writeVersion } from '../calendars/write-version.ts';
import { expandCalendar, foldCalendar, type CalendarContent } from './expand-calendar.rules.ts';

/** `calendars.yaml`: working calendars. What a pack changes is the next version. */
export const calendarsPackPart: PackPart<'calendars.yaml', z.infer<typeof packCalendars>> = {
  kind: 'calendars.yaml',
  schema: packCalendars,
  async install(operation, pack, content) {
    const plan = planInstall(pack, await readCalendars(operation), content.calendars.map(expandCalendar));
    for (const row of plan.write) await writeCalendar(operation, pack, row);
    const events = plan.write.map(({ id, decision, content: calendar }): EventDraft => {
      const type = decision === 'added' ? 'calendar.created' : 'calendar.published';
      return { type, entity: { kind: 'calendar', id, label: calendar.name.zh }, data: { pack } };
    });
    await recordEvents(operation, events);
    return countDecisions(plan.decisions.values());
  },
  async export(operation) {
    const rows = (await readCalendars(operation)).filter((row) => !row.deleted);
    return { calendars: rows.map((row) => foldCalendar(row.content)) };
  },
};

async function writeCalendar(operation: Operation, pack: string, { id, hash, content }: PlannedRow<CalendarContent>): Promise<void> {
  const { code, definition } = content;
  const row = { name: JSON.stringify(content.name), pack, pack_hash: hash, updated_at: operation.now };
  const { version } = await operation.db
    .insertInto('business_calendar')
    .values({ org_id: operation.orgId, id, code, version: 1, ...row })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'id']).doUpdateSet((eb) => ({ ...row, version: eb('business_calendar.version', '+', 1) })),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  await writeVersion(operation, { id, version, definition, note: '' });
}

async function readCalendars({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<StandingRow<CalendarContent>[]> {
  const { rows } = await sql<StandingRow<CalendarContent>>`
    select c.id, c.pack, c.pack_hash as "packHash", c.deleted_at is not null as deleted,
      jsonb_build_object('code', c.code, 'name', c.name, 'definition', v.definition) as content
    from business_calendar c
    join business_calendar_version v on v.org_id = ${orgId} and v.calendar_id = c.id and v.version = c.version
    where c.org_id = ${orgId} order by c.code`.execute(db);
  return rows;
}
