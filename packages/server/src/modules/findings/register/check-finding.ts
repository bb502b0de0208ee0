import { sql } from 'kysely';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { checkPlaces } from '../../feedback/index.ts';

interface Checked {
  readonly serviceId?: string | null | undefined;
  readonly teamId?: string | null | undefined;
  readonly siteId?: string | null | undefined;
  readonly segmentId?: string | null | undefined;
  readonly ownerId?: string | null | undefined;
  readonly indicator?: string | null | undefined;
}

/** Refuses a finding that names what is not here. */
export async function checkFinding(operation: Operation, { indicator, ...places }: Checked): Promise<void> {
  const { serviceId, teamId, siteId, segmentId, ownerId } = places;
  await checkPlaces(operation, { serviceId, teamId, siteId, segmentId, ownerId });
  if (indicator === null || indicator === undefined) return;
  const { db, orgId } = operation;
  const { rows } = await sql`select from indicator where org_id = ${orgId} and code = ${indicator} and deleted_at is null`.execute(db);
  if (rows.length === 0) throw invalidField('indicator', 'unknown_indicator');
}
