import { sql, type RawBuilder } from 'kysely';
import type { CampaignFinding } from '@zhiheng/contract/campaigns/campaigns';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

interface FindingRecord extends Omit<CampaignFinding, 'updatedAt'> {
  readonly updatedAt: Date;
}

/** Findings of a campaign, the gravest first. */
export async function readFindings({ db, orgId }: Operation, campaignId: string): Promise<CampaignFinding[]> {
  const { rows } = await sql<FindingRecord>`
    ${selectFindings(orgId)} and f.campaign_id = ${campaignId}
    order by array_position(array['high', 'medium', 'low'], f.severity), f.id`.execute(db);
  return rows.map(findingOf);
}

export async function findFinding({ db, orgId }: Operation, campaignId: string, id: string): Promise<CampaignFinding> {
  const { rows } = await sql<FindingRecord>`${selectFindings(orgId)} and f.campaign_id = ${campaignId} and f.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('campaign_finding');
  return findingOf(row);
}

const selectFindings = (orgId: string): RawBuilder<unknown> => sql`
  select f.id, f.title, f.detail, f.kind, f.severity, f.state, f.evidence, f.owner_id as "ownerId", to_char(f.due, 'YYYY-MM-DD') as due,
    f.follow_up_id as "followUpId", f.note, f.version, f.updated_at as "updatedAt", a.name as owner, later.name as "followUpName"
  from campaign_finding f
  left join account a on a.org_id = ${orgId} and a.id = f.owner_id
  left join campaign later on later.org_id = ${orgId} and later.id = f.follow_up_id
  where f.org_id = ${orgId}`;

const findingOf = ({ updatedAt, ...row }: FindingRecord): CampaignFinding => ({ ...row, updatedAt: updatedAt.toISOString() });
