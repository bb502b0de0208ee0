import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { FieldStudy, publishGuide as endpoint } from '@zhiheng/contract/fieldwork/studies';
import { conflict, invalid } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { guideFaults } from './guide-faults.rules.ts';
import { findStudy, lockVersion } from './read-study.ts';
import { entityOf } from './study-rows.ts';

/** The draft becomes a version that never changes. Sessions whose rating has begun keep theirs. */
export async function publishGuide(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<FieldStudy> {
  const study = await lockVersion(call, params.id, body.version);
  if (!study.changed) throw conflict('no_draft');
  const faults = guideFaults(study.form, study.kind);
  if (faults.length > 0) throw invalid(faults);
  const number = (study.published ?? 0) + 1;
  const { db, orgId, now, actor } = call;
  await sql`
    insert into field_guide (org_id, id, study_id, number, form, published_at, published_by)
    select org_id, ${newId()}, id, ${number}, form, ${now}, ${actor.accountId}::uuid
    from field_study where org_id = ${orgId} and id = ${study.id}`.execute(db);
  await sql`
    update field_study set published = ${number}, changed = false, state = case state when 'draft' then 'open' else state end,
      version = version + 1, updated_at = ${now}, updated_by = ${actor.accountId}::uuid
    where org_id = ${orgId} and id = ${study.id}`.execute(db);
  await recordEvent(call, { type: 'fieldwork.guide-published', entity: entityOf(study), data: { number } });
  return findStudy(call, study.id);
}
