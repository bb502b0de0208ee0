import { sql } from 'kysely';
import type { Campaign } from '@zhiheng/contract/campaigns/campaigns';
import type { Operation } from '../../../platform/operation.ts';

type Recipient = Campaign['recipients'][number];
interface RecipientRecord extends Omit<Recipient, 'toldAt' | 'acknowledgedAt'> {
  readonly toldAt: Date | null;
  readonly acknowledgedAt: Date | null;
}

/** Who must be told. A person may take note for themselves and for the teams they are in. */
export async function readRecipients({ db, orgId, actor }: Operation, campaignId: string): Promise<Recipient[]> {
  const { rows } = await sql<RecipientRecord>`
    select r.id, r.account_id as "accountId", r.team_id as "teamId", r.told_at as "toldAt", r.result_number as "resultNumber",
      coalesce(t.name, jsonb_build_object('zh', a.name, 'en', a.name)) as name, r.acknowledged_at as "acknowledgedAt", b.name as "acknowledgedBy",
      coalesce(r.account_id = ${actor.accountId}::uuid, false) or exists (select from team_member m where m.org_id = ${orgId}
        and m.team_id = r.team_id and m.account_id = ${actor.accountId}::uuid) as mine
    from campaign_recipient r
    left join account a on a.org_id = ${orgId} and a.id = r.account_id
    left join team t on t.org_id = ${orgId} and t.id = r.team_id
    left join account b on b.org_id = ${orgId} and b.id = r.acknowledged_by
    where r.org_id = ${orgId} and r.campaign_id = ${campaignId} order by r.team_id nulls last, r.id`.execute(db);
  return rows.map(({ toldAt, acknowledgedAt, ...row }) => ({
    ...row,
    toldAt: toldAt?.toISOString() ?? null,
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
  }));
}
