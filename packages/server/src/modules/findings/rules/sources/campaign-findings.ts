import { sql } from 'kysely';
import type { FindingKind, FindingSeverity } from '@zhiheng/contract/findings/finding-kind';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../../platform/operation.ts';
import type { SeenFinding, Span } from '../span.ts';

interface Written {
  readonly id: string;
  readonly campaignId: string;
  readonly campaign: LocalText;
  readonly title: string;
  readonly detail: string;
  readonly kind: FindingKind;
  readonly severity: FindingSeverity;
  readonly ownerId: string | null;
  readonly due: string | null;
  readonly scope: {
    readonly serviceId: string | null;
    readonly siteId: string | null;
    readonly teamId: string | null;
    readonly segmentId: string | null;
  };
  readonly at: Date;
  readonly demo: boolean;
}

/** What was written down in campaigns and is not done: each is one finding, with its kind, owner and day. */
export async function findCampaignFindings({ db, orgId }: Operation, span: Span): Promise<SeenFinding[]> {
  const { rows } = await sql<Written>`
    select f.id, f.campaign_id as "campaignId", c.name as campaign, f.title, f.detail, f.kind, f.severity, f.owner_id as "ownerId",
      to_char(f.due, 'YYYY-MM-DD') as due, c.plan -> 'scope' as scope, f.created_at as at, c.demo
    from campaign_finding f join campaign c on c.org_id = ${orgId} and c.id = f.campaign_id and c.deleted_at is null
    where f.org_id = ${orgId} and f.state in ('open', 'in-progress') and f.created_at >= ${span.from} and f.created_at < ${span.to}
    order by f.created_at, f.id`.execute(db);
  return rows.map(({ id, campaignId, campaign, title, detail, kind, severity, ownerId, due, scope, at, demo }) => ({
    ...{ source: 'campaign', key: id, kind, severity, ownerId, dueOn: due, slice: scope, at, demo },
    title: { zh: title, en: title },
    description: { zh: detail, en: detail },
    evidence: [{ kind: 'campaign-finding', entityId: id, label: campaign, href: `/app/campaigns/${campaignId}` }],
  }));
}
