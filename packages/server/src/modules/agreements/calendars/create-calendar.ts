import type { Parsed } from '@zhiheng/contract/endpoint';
import type { BusinessCalendar, createCalendar as endpoint } from '@zhiheng/contract/agreements/calendars';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { requireSound } from './check-definition.ts';
import { readCalendar } from './select-calendars.ts';
import { writeVersion } from './write-version.ts';

export async function createCalendar(call: Call, { body }: Parsed<typeof endpoint>): Promise<BusinessCalendar> {
  const { code, name, definition } = body;
  requireSound(definition);
  const id = newId();
  const row = { org_id: call.orgId, id, code, name: JSON.stringify(name), version: 1, updated_at: call.now };
  await call.db.insertInto('business_calendar').values(row).execute();
  await writeVersion(call, { id, version: 1, definition, note: '' });
  await recordEvent(call, { type: 'calendar.created', entity: { kind: 'calendar', id, label: name.zh }, data: { code, name } });
  return readCalendar(call, id);
}
