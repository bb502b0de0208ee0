import { sql, type RawBuilder } from 'kysely';
import type { Campaign, CampaignRow } from '@zhiheng/contract/campaigns/campaigns';
import type { Operation } from '../../platform/operation.ts';

/** A row of campaigns as it is read. */
export interface CampaignRowRecord extends Omit<CampaignRow, 'updatedAt'> {
  readonly updatedAt: Date;
}

/** Columns of `c` as a list shows them. */
export const rowColumns = ({ orgId }: Pick<Operation, 'orgId'>): RawBuilder<unknown> => sql`
  c.id, c.code, c.name, c.kind, c.chain, c.stage, c.plan ->> 'from' as "from", c.plan ->> 'until' as until, c.updated_at as "updatedAt",
  (select coalesce(a.name, nullif(p.role ->> 'name', '')) from jsonb_array_elements(c.plan -> 'roles') with ordinality as p (role, place)
    left join account a on a.org_id = ${orgId} and a.id = (p.role ->> 'accountId')::uuid
    where p.role ->> 'role' = 'leader' order by p.place limit 1) as leader,
  (select count(*)::int4 from campaign_result r where r.org_id = ${orgId} and r.campaign_id = c.id) as results,
  (select count(*)::int4 from campaign_finding f where f.org_id = ${orgId} and f.campaign_id = c.id
    and f.state in ('open', 'in-progress')) as "openFindings",
  (select min(m.milestone ->> 'due') from jsonb_array_elements(c.plan -> 'milestones') as m (milestone)
    where m.milestone ->> 'stage' = c.stage and not (m.milestone ->> 'done')::boolean) as "nextDue"`;

export const campaignRowOf = ({ updatedAt, ...row }: CampaignRowRecord): CampaignRow => ({ ...row, updatedAt: updatedAt.toISOString() });

/** What a campaign is called in the log. */
export const entityOf = ({ id, name }: Pick<Campaign, 'id' | 'name'>) => ({ kind: 'campaign', id, label: name.zh });
