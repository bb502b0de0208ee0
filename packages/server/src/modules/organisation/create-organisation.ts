import { sql } from 'kysely';
import type { Locale } from '@zhiheng/contract/values/text';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { seedRoles } from '../identity/index.ts';

interface OrganisationDraft {
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: string;
}

/** Makes the organisation that the operation's transaction has entered (`orgId` is a new id), with the roles out of the box. */
export async function createOrganisation(operation: Operation, draft: OrganisationDraft): Promise<void> {
  const { db, orgId } = operation;
  // The database must know the zone too: it cuts days by it.
  await sql`select now() at time zone ${draft.timeZone}`.execute(db);
  await db
    .insertInto('organisation')
    .values({ org_id: orgId, name: draft.name, locale: draft.locale, time_zone: draft.timeZone })
    .execute();
  await seedRoles(operation);
  await recordEvent(operation, {
    type: 'organisation.created',
    entity: { kind: 'organisation', id: orgId, label: draft.name },
    data: { timeZone: draft.timeZone },
  });
}
