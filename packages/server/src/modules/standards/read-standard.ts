import { sql } from 'kysely';
import type { Standard, StandardVersion } from '@zhiheng/contract/standards/standards';
import { changedMeanwhile, notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { joins, rowColumns, standardRowOf, type StandardRowRecord } from './standard-rows.ts';

/** A standard as its page shows it. Throws 404 when it is in the trash. */
export async function findStandard(operation: Operation, id: string): Promise<Standard> {
  const { rows } = await sql<StandardRowRecord & Pick<Standard, 'purpose'>>`
    select ${rowColumns}, s.purpose from standard s ${joins(operation)}
    where s.org_id = ${operation.orgId} and s.id = ${id} and s.deleted_at is null`.execute(operation.db);
  const [row] = rows;
  if (row === undefined) throw notFound('standard');
  const versions = await readVersions(operation, id);
  const { purpose, ...record } = row;
  const waiting = versions.find(({ state }) => state === 'waiting');
  const { permissions, accountId } = operation.actor;
  return {
    ...standardRowOf(record),
    purpose,
    versions: versions.map(({ writerIds, ...version }) => version),
    mayApprove:
      waiting !== undefined && permissions.has('standards.approve') && accountId !== null && !waiting.writerIds.includes(accountId),
  };
}

type ReadVersion = StandardVersion & { readonly writerIds: readonly string[] };
type VersionRecord = Omit<ReadVersion, 'approvedAt' | 'savedAt'> & { readonly approvedAt: Date | null; readonly savedAt: Date };

/** Newest first. A version holds until the day before the next one; one that the next overtook on its own first day never held. */
export async function readVersions({ db, orgId }: Operation, id: string): Promise<ReadVersion[]> {
  const { rows } = await sql<VersionRecord>`
    select v.number, v.state, v.clauses, v.reason, v.returned, to_char(v.in_force_from, 'YYYY-MM-DD') as "inForceFrom",
      to_char(lead(v.in_force_from) over (order by v.number) - 1, 'YYYY-MM-DD') as "inForceUntil", v.writers as "writerIds",
      array(select a.name from account a where a.org_id = ${orgId} and a.id = any(v.writers) order by a.name) as writers,
      v.approved_at as "approvedAt", p.name as "approvedBy", v.saved_at as "savedAt"
    from standard_version v left join account p on p.org_id = ${orgId} and p.id = v.approved_by
    where v.org_id = ${orgId} and v.standard_id = ${id} order by v.number desc`.execute(db);
  return rows.map((row) => ({ ...row, approvedAt: row.approvedAt?.toISOString() ?? null, savedAt: row.savedAt.toISOString() }));
}

export async function lockStandard(operation: Operation, id: string): Promise<Standard> {
  await sql`select from standard where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  return findStandard(operation, id);
}

/** For a change by somebody who has read `version`. */
export async function lockVersion(operation: Operation, id: string, version: number): Promise<Standard> {
  const standard = await lockStandard(operation, id);
  if (standard.version !== version) throw changedMeanwhile();
  return standard;
}

/** Notes who changed a standard and when; what others have read is then old. */
export async function touchStandard({ db, orgId, now, actor }: Operation, id: string): Promise<void> {
  await sql`update standard set version = version + 1, updated_at = ${now}, updated_by = ${actor.accountId}::uuid
    where org_id = ${orgId} and id = ${id}`.execute(db);
}
