import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { tokenOf, tokenToGive } from './case-link.ts';
import type { Links } from '../../../platform/http/public-links.ts';
import { readPortalSettings } from './portal-settings.ts';

/**
 * The address of a case's private page for a mail to its customer: the link that stands, or a first one where the house takes requests on the
 * web. Null when there is none, and when the address of this installation is not configured: nobody could open it.
 */
export async function linkForMail(operation: Operation, { sealer, publicUrl }: Links, caseId: string): Promise<string | null> {
  if (publicUrl === null) return null;
  const { db, orgId } = operation;
  const { rows } = await sql<{ id: string; number: string }>`
    select id, number from service_case where org_id = ${orgId} and id = ${caseId} and status <> 'merged'`.execute(db);
  const [found] = rows;
  if (found === undefined) return null;
  const { open } = await readPortalSettings(operation);
  const token = open ? await tokenToGive(operation, sealer, found) : await tokenOf(operation, sealer, found.id);
  return token === null ? null : `${publicUrl.replace(/\/+$/, '')}/p/c/${token}`;
}
