import { sql } from 'kysely';
import { check } from '@zhiheng/forms/answers';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { saveRun as endpoint } from '@zhiheng/contract/surveys/runs';
import { conflict, invalid } from '../../../platform/errors.ts';
import { hashOf } from '../../../platform/identifier.ts';
import type { PublicCall } from '../../../platform/operation.ts';
import { findVersion } from '../versions/form-of-version.ts';
import { faultsOf } from './answer-faults.ts';
import { demandOpen } from './door-of.ts';
import { onWay } from './find-way.ts';
import { givenOn } from './open-run.ts';

/** Keeps answers that are not submitted yet. What is hidden now may be shown again when somebody goes back, so it is kept too. */
export const saveRun = (
  call: PublicCall,
  { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>,
): Promise<Reply<typeof endpoint>> =>
  onWay(call, params.token, async (operation, way) => {
    demandOpen(way, call.now);
    const { form } = await findVersion(operation, way.surveyId, body.versionId);
    const faults = check(form, body.answers, givenOn(way), { complete: false }).filter(({ code }) => !code.startsWith('hidden'));
    if (faults.length > 0) throw invalid(faultsOf(faults));
    const { db, orgId, now } = operation;
    const { rows } = await sql`
      insert into survey_draft (org_id, resume, survey_id, version_id, distribution_id, answers, page, language, saved_at)
      values (${orgId}, ${hashOf(body.resume)}, ${way.surveyId}, ${body.versionId}, ${way.distributionId}, ${JSON.stringify(body.answers)}::jsonb,
        ${body.page}, ${body.language}, ${now})
      on conflict (org_id, resume) do update set version_id = excluded.version_id, answers = excluded.answers, page = excluded.page,
        language = excluded.language, saved_at = excluded.saved_at
      where survey_draft.survey_id = excluded.survey_id returning resume`.execute(db);
    // The secret belongs to another survey.
    if (rows.length === 0) throw conflict('resume_taken');
    return { savedAt: now.toISOString() };
  });
