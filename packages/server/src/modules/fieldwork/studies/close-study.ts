import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { closeFieldStudy as endpoint, FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { conflict } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { findStudy, lockVersion } from './read-study.ts';
import { entityOf } from './study-rows.ts';

/** No more sessions are planned, or they are again. A draft is neither open nor closed. */
export async function closeStudy(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<FieldStudy> {
  const study = await lockVersion(call, params.id, body.version);
  if (study.state === 'draft') throw conflict('field_study_is_draft');
  const state = body.closed ? 'closed' : 'open';
  if (study.state === state) return study;
  await sql`
    update field_study set state = ${state}, version = version + 1, updated_at = ${call.now}, updated_by = ${call.actor.accountId}::uuid
    where org_id = ${call.orgId} and id = ${study.id}`.execute(call.db);
  await recordEvent(call, { type: body.closed ? 'fieldwork.study-closed' : 'fieldwork.study-reopened', entity: entityOf(study) });
  return findStudy(call, study.id);
}
