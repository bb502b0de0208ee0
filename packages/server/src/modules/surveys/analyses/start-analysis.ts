import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Analysis, repeatAnalysis as again, startAnalysis as endpoint } from '@zhiheng/contract/surveys/analyses';
import { sql } from 'kysely';
import { conflict } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readScope } from '../results/results-scope.ts';
import { entityOf } from '../survey-rows.ts';
import { readForms } from '../versions/form-of-version.ts';
import { readAnalysis } from './analysis-row.ts';
import { requireAskable } from './askable.rules.ts';

/** So many of a survey wait or run at most: each takes its time. */
const mostWaiting = 10;
/** So many are kept of a survey: whoever wants more deletes some. */
const mostKept = 200;

interface Asked {
  readonly surveyId: string;
  readonly request: Analysis['request'];
  readonly filters: Analysis['filters'];
}

export const startAnalysis =
  (jobs: Jobs) =>
  (call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<Analysis> =>
    start(call, jobs, { surveyId: params.id, ...body });

/** The same analysis of the answers that are there now. */
export const repeatAnalysis =
  (jobs: Jobs) =>
  async (call: Call, { params }: Pick<Parsed<typeof again>, 'params'>): Promise<Analysis> => {
    const { surveyId, request, filters } = await readAnalysis(call, params.id);
    return start(call, jobs, { surveyId, request, filters });
  };

async function start(call: Call, jobs: Jobs, { surveyId, request, filters }: Asked): Promise<Analysis> {
  const survey = await readScope(call, surveyId);
  const [newest] = await readForms(call, surveyId);
  if (newest === undefined) throw conflict('survey_has_no_version');
  requireAskable(request, { form: newest.form, anonymous: survey.anonymous });
  await requireRoom(call, surveyId);
  const id = newId();
  await sql`
    insert into survey_analysis (org_id, id, survey_id, request, filters, created_by, created_at)
    values (${call.orgId}, ${id}, ${surveyId}, ${JSON.stringify(request)}::jsonb, ${JSON.stringify(filters)}::jsonb, ${call.actor.id}, ${call.now})`.execute(
    call.db,
  );
  await recordEvent(call, { type: 'survey.analysis-started', entity: entityOf(survey), data: { analysisId: id, kind: request.kind } });
  call.afterCommit(() => jobs.send('analyse', { orgId: call.orgId, id }));
  return readAnalysis(call, id);
}

async function requireRoom({ db, orgId }: Call, surveyId: string): Promise<void> {
  const { rows } = await sql<{ waiting: number; kept: number }>`
    select count(*) filter (where state in ('queued', 'running'))::int4 as waiting, count(*)::int4 as kept
    from survey_analysis where org_id = ${orgId} and survey_id = ${surveyId}`.execute(db);
  const { waiting, kept } = rows[0] ?? { waiting: 0, kept: 0 };
  if (waiting >= mostWaiting) throw conflict('too_many_analyses_waiting', { most: mostWaiting });
  if (kept >= mostKept) throw conflict('too_many_analyses', { most: mostKept });
}
