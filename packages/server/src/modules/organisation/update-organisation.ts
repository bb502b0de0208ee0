import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { getOrganisation as reply, updateOrganisation as endpoint } from '@zhiheng/contract/organisation/organisation';
import { changesBetween } from '../../platform/changes-between.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { getOrganisation } from './get-organisation.ts';

/** Days and months of all figures are those of the organisation's zone: a new one makes the rollups again. */
export const updateOrganisationWith =
  (jobs: Jobs) =>
  async (call: Call, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof reply>> => {
    const { db, orgId } = call;
    await db.selectFrom('organisation').select('org_id').where('org_id', '=', orgId).forNoKeyUpdate().execute();
    const before = await getOrganisation(call);
    const { name = before.name, locale = before.locale, timeZone = before.timeZone } = body;
    const data = changesBetween(before, { name, locale, timeZone });
    if (Object.keys(data).length === 0) return before;
    // The database must know the zone too: it cuts days by it.
    if (timeZone !== before.timeZone) await sql`select now() at time zone ${timeZone}`.execute(db);
    await db.updateTable('organisation').set({ name, locale, time_zone: timeZone }).where('org_id', '=', orgId).execute();
    await recordEvent(call, { type: 'organisation.changed', entity: { kind: 'organisation', id: orgId, label: name }, data });
    if (timeZone !== before.timeZone) call.afterCommit(() => jobs.send('rebuild', { orgId }));
    return { ...before, name, locale, timeZone };
  };
