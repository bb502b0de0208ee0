import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteCalendar as endpoint } from '@zhiheng/contract/agreements/calendars';
import { conflict } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockCalendar } from './select-calendars.ts';

export async function deleteCalendar(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const calendar = await lockCalendar(call, params.id);
  if (calendar.agreements > 0) throw conflict('calendar_in_use', { agreements: calendar.agreements });
  await call.db
    .updateTable('business_calendar')
    .set({ deleted_at: call.now, updated_at: call.now })
    .where('org_id', '=', call.orgId)
    .where('id', '=', params.id)
    .execute();
  const entity = { kind: 'calendar', id: params.id, label: calendar.name.zh };
  await recordEvent(call, { type: 'calendar.deleted', entity, data: { code: calendar.code } });
  return { ok: true };
}
