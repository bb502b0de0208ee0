import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Finding, updateFinding as endpoint } from '@zhiheng/contract/findings/findings';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { checkFinding } from './check-finding.ts';
import { entityOf, lockFinding } from './finding-rows.ts';
import { findFinding } from './read-finding.ts';

export async function updateFinding(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<Finding> {
  await lockFinding(call, params.id);
  const before = await findFinding(call, params.id);
  const { version, ...given } = body;
  if (before.version !== version) throw changedMeanwhile();
  const fields = givenFields(given);
  const changes = changesBetween<typeof given>(before, fields);
  if (Object.keys(changes).length === 0) return before;
  // What is named already may have gone to the trash since: only what is new must be there.
  await checkFinding(call, Object.fromEntries(Object.keys(changes).map((field) => [field, fields[field as keyof typeof fields]])));
  await writeFields(call, { ...before, ...fields });
  await recordEvent(call, { type: 'finding.changed', entity: entityOf({ ...before, ...fields }), data: changes });
  return findFinding(call, params.id);
}

async function writeFields({ db, orgId, now }: Call, after: Finding): Promise<void> {
  await sql`
    update finding set title = ${JSON.stringify(after.title)}::jsonb, description = ${JSON.stringify(after.description)}::jsonb, kind = ${after.kind}::text,
      severity = ${after.severity}, indicator = ${after.indicator}::text, service_id = ${after.serviceId}::uuid, team_id = ${after.teamId}::uuid,
      site_id = ${after.siteId}::uuid, segment_id = ${after.segmentId}::uuid, owner_id = ${after.ownerId}::uuid, due_on = ${after.dueOn}::date,
      version = version + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${after.id}`.execute(db);
}
