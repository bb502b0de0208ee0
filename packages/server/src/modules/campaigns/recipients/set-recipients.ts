import { sql } from 'kysely';
import type { Campaign, setRecipients as endpoint } from '@zhiheng/contract/campaigns/campaigns';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { invalid } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from '../campaign-rows.ts';
import { findCampaign, lockRecord } from '../read-campaign.ts';

type Body = Parsed<typeof endpoint>['body'];

/** Sets the list. Whoever was told already stays on it: it says what happened. */
export async function setRecipients(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<Campaign> {
  const campaign = await lockRecord(call, params.id);
  await checkRecipients(call, body);
  const { db, orgId } = call;
  const accountIds = [...new Set(body.accountIds)];
  const teamIds = [...new Set(body.teamIds)];
  await sql`
    delete from campaign_recipient where org_id = ${orgId} and campaign_id = ${campaign.id} and told_at is null
      and not coalesce(account_id = any(${accountIds}::uuid[]), team_id = any(${teamIds}::uuid[]))`.execute(db);
  const wanted = [
    ...accountIds.map((accountId) => ({ accountId, teamId: null })),
    ...teamIds.map((teamId) => ({ accountId: null, teamId })),
  ];
  await sql`
    insert into campaign_recipient (org_id, id, campaign_id, account_id, team_id)
    select ${orgId}::uuid, w.id, ${campaign.id}::uuid, w."accountId", w."teamId"
    from jsonb_to_recordset(${JSON.stringify(wanted.map((one) => ({ id: newId(), ...one })))}::jsonb) w (id uuid, "accountId" uuid, "teamId" uuid)
    on conflict do nothing`.execute(db);
  await recordEvent(call, { type: 'campaign.changed', entity: entityOf(campaign), data: { recipients: wanted.length } });
  return findCampaign(call, campaign.id);
}

async function checkRecipients({ db, orgId }: Call, { accountIds, teamIds }: Body): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from account where org_id = ${orgId} and id = any(${accountIds}::uuid[]) and deleted_at is null
    union all select id from team where org_id = ${orgId} and id = any(${teamIds}::uuid[]) and deleted_at is null`.execute(db);
  const there = new Set(rows.map(({ id }) => id));
  const missing = (ids: readonly string[], path: string, code: string) =>
    ids.flatMap((id, at) => (there.has(id) ? [] : [{ path: `${path}.${at}`, code }]));
  const faults = [...missing(accountIds, 'accountIds', 'unknown_account'), ...missing(teamIds, 'teamIds', 'unknown_team')];
  if (faults.length > 0) throw invalid(faults);
  const readers = await readersAmong({ db, orgId }, accountIds);
  const strangers = accountIds.flatMap((id, at) => (readers.has(id) ? [] : [{ path: `accountIds.${at}`, code: 'cannot_read_campaigns' }]));
  if (strangers.length > 0) throw invalid(strangers);
}

/** Who may read campaigns: nobody can take note of what they may not open. */
async function readersAmong({ db, orgId }: Pick<Call, 'db' | 'orgId'>, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct ar.account_id as id from account_role ar join role r on r.org_id = ${orgId} and r.id = ar.role_id
    where ar.org_id = ${orgId} and ar.account_id = any(${[...accountIds]}::uuid[]) and 'campaigns.read' = any(r.permissions)
    union select account_id from campaign_recipient where org_id = ${orgId} and account_id = any(${[...accountIds]}::uuid[]) and told_at is not null`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}
