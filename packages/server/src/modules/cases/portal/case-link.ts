import { sql } from 'kysely';
import { hashOf, newSecret } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import type { Sealer } from '../../../platform/sealed/sealer.ts';

/** A case and what it is called in the log. */
export interface LinkedCase {
  readonly id: string;
  readonly number: string;
}

interface Link {
  readonly sealed: string | null;
  readonly revoked: boolean;
}

/** Where a token belongs: sealed for one case it does not open for another. */
const boundTo = ({ orgId }: Pick<Operation, 'orgId'>, caseId: string): string => `case-link:${orgId}:${caseId}`;

const readLink = async ({ db, orgId }: Operation, caseId: string): Promise<Link | null> => {
  const { rows } = await sql<Link>`
    select token_sealed as sealed, revoked_at is not null as revoked from case_access_link where org_id = ${orgId} and case_id = ${caseId}`.execute(
    db,
  );
  return rows[0] ?? null;
};

/** The token of a case's private link; null before there is one, once it was taken back, and when the secret that sealed it is lost. */
export async function tokenOf(operation: Operation, sealer: Sealer, caseId: string): Promise<string | null> {
  const link = await readLink(operation, caseId);
  if (link === null || link.revoked || link.sealed === null) return null;
  return sealer.unseal(link.sealed, boundTo(operation, caseId));
}

/** Makes a new private link; the one before leads nowhere from then on. */
export async function renewToken(operation: Operation, sealer: Sealer, { id, number }: LinkedCase): Promise<string> {
  const { db, orgId, now } = operation;
  const token = newSecret();
  await sql`
    insert into case_access_link (org_id, case_id, token_hash, token_sealed, created_at)
    values (${orgId}, ${id}, ${hashOf(token)}, ${sealer.seal(token, boundTo(operation, id))}, ${now})
    on conflict (org_id, case_id) do update set token_hash = excluded.token_hash, token_sealed = excluded.token_sealed,
      created_at = excluded.created_at, revoked_at = null`.execute(db);
  await recordEvent(operation, { type: 'case-link.made', entity: { kind: 'case', id, label: number } });
  return token;
}

/** Sends the mail or shows the page: the link that stands, or a first one. What somebody took back is not made again in passing. */
export async function tokenToGive(operation: Operation, sealer: Sealer, linked: LinkedCase): Promise<string | null> {
  const link = await readLink(operation, linked.id);
  if (link?.revoked === true) return null;
  return link === null ? renewToken(operation, sealer, linked) : tokenOf(operation, sealer, linked.id);
}
