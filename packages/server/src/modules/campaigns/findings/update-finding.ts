import { sql } from 'kysely';
import type { CampaignFinding, updateFinding as endpoint } from '@zhiheng/contract/campaigns/campaigns';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockRecord } from '../read-campaign.ts';
import { checkFinding } from './check-finding.ts';
import { findingEntity } from './create-finding.ts';
import { findFinding } from './read-findings.ts';

export async function updateFinding(
  call: Call,
  { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>,
): Promise<CampaignFinding> {
  await lockRecord(call, params.id);
  const before = await findFinding(call, params.id, params.findingId);
  const { version, ...given } = body;
  if (before.version !== version) throw changedMeanwhile();
  const after = { ...before, ...givenFields(given) };
  const changes = changesBetween(before, after);
  if (Object.keys(changes).length === 0) return before;
  await checkFinding(call, params.id, after);
  const { db, orgId, now } = call;
  await sql`
    update campaign_finding set title = ${after.title}, detail = ${after.detail}, kind = ${after.kind}, severity = ${after.severity},
      state = ${after.state}, evidence = ${after.evidence}::text[], owner_id = ${after.ownerId}::uuid, due = ${after.due}::date,
      follow_up_id = ${after.followUpId}::uuid, note = ${after.note}, version = version + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${before.id}`.execute(db);
  await recordEvent(call, { type: 'campaign-finding.changed', entity: findingEntity(after), data: changes });
  return findFinding(call, params.id, before.id);
}
