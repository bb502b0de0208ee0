import { sql } from 'kysely';
import type { CampaignFinding, createFinding as endpoint } from '@zhiheng/contract/campaigns/campaigns';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { givenFields } from '../../../platform/changes-between.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockRecord } from '../read-campaign.ts';
import { checkFinding } from './check-finding.ts';
import { findFinding } from './read-findings.ts';

const usual = { detail: '', evidence: [] as string[], ownerId: null, due: null, followUpId: null, note: '' };

export async function createFinding(
  call: Call,
  { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>,
): Promise<CampaignFinding> {
  await lockRecord(call, params.id);
  const finding = { ...usual, ...givenFields(body), title: body.title, kind: body.kind, severity: body.severity };
  await checkFinding(call, params.id, { ...finding, state: 'open' });
  const id = newId();
  const { db, orgId, now } = call;
  await sql`
    insert into campaign_finding (org_id, id, campaign_id, title, detail, kind, severity, evidence, owner_id, due, follow_up_id, note, created_at,
      updated_at)
    values (${orgId}, ${id}, ${params.id}, ${finding.title}, ${finding.detail}, ${finding.kind}, ${finding.severity},
      ${finding.evidence}::text[], ${finding.ownerId}::uuid, ${finding.due}::date, ${finding.followUpId}::uuid, ${finding.note}, ${now}, ${now})`.execute(
    db,
  );
  await recordEvent(call, {
    type: 'campaign-finding.created',
    entity: findingEntity({ id, title: finding.title }),
    data: { campaignId: params.id },
  });
  return findFinding(call, params.id, id);
}

/** What a finding is called in the log. */
export const findingEntity = ({ id, title }: Pick<CampaignFinding, 'id' | 'title'>) => ({ kind: 'campaign-finding', id, label: title });
