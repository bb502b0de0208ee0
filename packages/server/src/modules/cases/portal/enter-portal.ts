import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { notFound } from '../../../platform/errors.ts';
import { hashOf } from '../../../platform/identifier.ts';
import type { PublicCall } from '../../../platform/operation.ts';
import { asSystem, type SystemWork } from '../as-system.ts';
import type { Opener } from '../case-number.ts';

/** Enters by the private link of a case. One that was taken back, renewed or never was: all the same from outside. */
export async function byLink<T>(
  call: PublicCall,
  token: string,
  work: (operation: Required<Opener>, caseId: string) => Promise<T>,
): Promise<T> {
  const hash = hashOf(token);
  const orgId = await orgOf(call.root, sql`org_of_case_link(${hash})`);
  if (orgId === null) throw notFound('case_link');
  return asSystem({ root: call.root, orgId, now: call.now }, async (operation) => {
    const { rows } = await sql<{ id: string }>`
      select case_id as id from case_access_link where org_id = ${orgId} and token_hash = ${hash} and revoked_at is null`.execute(
      operation.db,
    );
    const [found] = rows;
    if (found === undefined) throw notFound('case_link');
    return work(operation, found.id);
  });
}

/** Enters by the public address of an organisation. */
export async function atAddress<T>(call: PublicCall, code: string, work: SystemWork<T>): Promise<T> {
  const orgId = await orgOf(call.root, sql`org_of_portal(${code})`);
  if (orgId === null) throw notFound('portal');
  return asSystem({ root: call.root, orgId, now: call.now }, work);
}

async function orgOf(root: Db, door: ReturnType<typeof sql>): Promise<string | null> {
  const { rows } = await sql<{ org: string | null }>`select ${door} as org`.execute(root);
  return rows[0]?.org ?? null;
}
