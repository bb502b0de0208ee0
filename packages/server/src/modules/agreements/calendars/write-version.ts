import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import type { Operation } from '../../../platform/operation.ts';

interface Version {
  readonly id: string;
  readonly version: number;
  readonly definition: CalendarDefinition;
  readonly note: string;
}

/** A version is written once and never changes. */
export async function writeVersion({ db, orgId, actor, now }: Operation, { id, version, definition, note }: Version): Promise<void> {
  const row = { org_id: orgId, calendar_id: id, version, definition: JSON.stringify(definition), note };
  await db
    .insertInto('business_calendar_version')
    .values({ ...row, published_at: now, published_by: actor.accountId })
    .execute();
}
