import type { Parsed } from '@zhiheng/contract/endpoint';
import type { BusinessCalendar, publishCalendar as endpoint } from '@zhiheng/contract/agreements/calendars';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile } from '../../../platform/errors.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { requireSound } from './check-definition.ts';
import { lockCalendar, readCalendar } from './select-calendars.ts';
import { writeVersion } from './write-version.ts';

/** The next version counts at once; open cases are counted again by a job. */
export const publishCalendarWith =
  (jobs: Jobs) =>
  async (call: Call, { params, body }: Parsed<typeof endpoint>): Promise<BusinessCalendar> => {
    const before = await lockCalendar(call, params.id);
    if (body.version !== before.version) throw changedMeanwhile();
    requireSound(body.definition);
    const after = { ...before, ...givenFields({ name: body.name, definition: body.definition }) };
    if (Object.keys(changesBetween(before, after)).length === 0) return before;
    const version = before.version + 1;
    await writeVersion(call, { id: params.id, version, definition: after.definition, note: body.note });
    await call.db
      .updateTable('business_calendar')
      .set({ name: JSON.stringify(after.name), version, updated_at: call.now })
      .where('org_id', '=', call.orgId)
      .where('id', '=', params.id)
      .execute();
    const entity = { kind: 'calendar', id: params.id, label: after.name.zh };
    await recordEvent(call, { type: 'calendar.published', entity, data: { version, note: body.note } });
    call.afterCommit(() => jobs.send('recount', { orgId: call.orgId }));
    return readCalendar(call, params.id);
  };
