import { sql } from 'kysely';
import type { FrozenResult } from '@zhiheng/contract/campaigns/results';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

type Scope = Pick<Operation, 'db' | 'orgId'>;

/** The frozen results of a campaign, the newest first, without their documents. */
export async function readFrozen({ db, orgId }: Scope, campaignId: string): Promise<FrozenResult[]> {
  const { rows } = await sql<Omit<FrozenResult, 'frozenAt'> & { readonly frozenAt: Date }>`
    select r.number, r.sha256, r.reason, r.frozen_at as "frozenAt", a.name as "frozenBy"
    from campaign_result r left join account a on a.org_id = ${orgId} and a.id = r.frozen_by
    where r.org_id = ${orgId} and r.campaign_id = ${campaignId} order by r.number desc`.execute(db);
  return rows.map((row) => ({ ...row, frozenAt: row.frozenAt.toISOString() }));
}

/** The bytes that were hashed. */
export async function readDocument({ db, orgId }: Scope, campaignId: string, number: number): Promise<string> {
  const { rows } = await sql<{ document: string }>`
    select r.document from campaign_result r join campaign c on c.org_id = ${orgId} and c.id = r.campaign_id and c.deleted_at is null
    where r.org_id = ${orgId} and r.campaign_id = ${campaignId} and r.number = ${number}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('campaign_result');
  return row.document;
}
