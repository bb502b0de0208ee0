import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { declineInvitation as endpoint } from '@zhiheng/contract/surveys/distributions';
import { notFound } from '../../../platform/errors.ts';
import type { PublicCall } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from '../survey-rows.ts';
import { onWay } from './find-way.ts';

/** Whoever was asked is not asked again, by no survey. An answer that was given stays. */
export const declineRun = (call: PublicCall, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<{ ok: true }> =>
  onWay(call, params.token, async (operation, { invitation, surveyId, surveyName }) => {
    if (invitation === null) throw notFound('survey_invitation');
    const { rows } = await sql`
      update survey_invitation set declined_at = ${call.now}, next_at = null, state = case state when 'answered' then state else 'declined' end
      where org_id = ${operation.orgId} and id = ${invitation.id} and declined_at is null returning id`.execute(operation.db);
    if (rows.length > 0) await recordEvent(operation, { type: 'survey.declined', entity: entityOf({ id: surveyId, name: surveyName }) });
    return { ok: true };
  });
