import { sql } from 'kysely';
import type { CampaignFinding } from '@zhiheng/contract/campaigns/campaigns';
import { invalid } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

type Checked = Pick<CampaignFinding, 'ownerId' | 'followUpId' | 'state'>;

interface There {
  readonly owner: boolean;
  readonly later: boolean;
  readonly frozen: boolean;
}

/** Refuses a finding whose owner is not here, or that was verified by nothing: only a later campaign with a frozen result can tell that it helped. */
export async function checkFinding(operation: Operation, campaignId: string, finding: Checked): Promise<void> {
  const { ownerId, followUpId, state } = finding;
  const there = await findThere(operation, campaignId, finding);
  const faults = [
    ...(ownerId === null || there.owner ? [] : [{ path: 'ownerId', code: 'unknown_account' }]),
    ...(followUpId === null || there.later ? [] : [{ path: 'followUpId', code: 'no_later_campaign' }]),
    ...(state !== 'verified' || there.frozen ? [] : [{ path: 'followUpId', code: 'verified_by_nothing' }]),
  ];
  if (faults.length > 0) throw invalid(faults);
}

async function findThere({ db, orgId }: Operation, campaignId: string, { ownerId, followUpId }: Checked): Promise<There> {
  const { rows } = await sql<There>`
    select
      exists (select from account where org_id = ${orgId} and id = ${ownerId}::uuid and deleted_at is null) as owner,
      exists (select from campaign l join campaign c on c.org_id = ${orgId} and c.id = ${campaignId} where l.org_id = ${orgId}
        and l.id = ${followUpId}::uuid and l.id <> c.id and l.deleted_at is null and l.created_at > c.created_at) as later,
      exists (select from campaign_result where org_id = ${orgId} and campaign_id = ${followUpId}::uuid) as frozen`.execute(db);
  return rows[0] ?? { owner: false, later: false, frozen: false };
}
