import { sql } from 'kysely';
import type { Analysis } from '@zhiheng/contract/surveys/analyses';
import type { AnalysisResult } from '@zhiheng/contract/surveys/analysis-result';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { AppError } from '../../../platform/errors.ts';
import type { Job, Jobs } from '../../../platform/jobs/jobs.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from '../survey-rows.ts';
import { gatherEvidence, type Evidence } from './analyse.ts';
import { runSteps } from './run-steps.ts';

interface Workshop {
  readonly root: Db;
  readonly jobs: Jobs;
}

/** A worker that said nothing for so long is taken for dead. */
const silence = '60 seconds';
/** So often it is taken up: what ends the process each time is not tried for ever. */
const patience = 3;

type Taken = Pick<Analysis, 'id' | 'surveyId' | 'request' | 'filters'> & { readonly attempts: number; readonly surveyName: LocalText };
type AsSystem = <T>(work: (operation: Operation) => Promise<T>) => Promise<T>;

/** Runs the analyses of the queue. A message may come twice: only one worker gets the job. Killed, it begins again with the answers of that moment. */
export const analysisWorker =
  ({ root }: Pick<Workshop, 'root'>) =>
  async ({ orgId, id }: Job): Promise<void> => {
    if (id === undefined) throw new RangeError('an analysis without id');
    const as: AsSystem = (work) => inOrganisation(root, orgId, (db) => work({ db, orgId, actor: systemActor, now: new Date() }));
    const taken = await as((operation) => claim(operation, id));
    if (taken === null) return;
    if (taken.attempts > patience) return as((operation) => fail(operation, taken, 'interrupted'));
    try {
      await work(as, taken);
    } catch (error) {
      await as((operation) => fail(operation, taken, error instanceof AppError ? error.code : 'fault'));
      if (!(error instanceof AppError)) throw error;
    }
  };

/** Sends the analyses again that nobody works on. */
export async function sweepAnalyses({ root, jobs }: Workshop): Promise<void> {
  const { rows } = await sql<{ org_id: string; analysis_id: string }>`
    select org_id, analysis_id from waiting_survey_analyses(${silence}::interval)`.execute(root);
  for (const { org_id: orgId, analysis_id: id } of rows) await jobs.send('analyse', { orgId, id });
}

async function claim({ db, orgId }: Operation, id: string): Promise<Taken | null> {
  const { rows } = await sql<Taken>`
    update survey_analysis a set state = 'running', progress = 0, heartbeat_at = clock_timestamp(), attempts = attempts + 1
    from survey s where s.org_id = ${orgId} and s.id = a.survey_id
      and a.org_id = ${orgId} and a.id = ${id} and (a.state = 'queued' or (a.state = 'running' and a.heartbeat_at < now() - ${silence}::interval))
    returning a.id, a.survey_id as "surveyId", a.request, a.filters, a.attempts, s.name as "surveyName"`.execute(db);
  return rows[0] ?? null;
}

async function work(as: AsSystem, taken: Taken): Promise<void> {
  const evidence = await as((operation) => gatherEvidence(operation, taken));
  const result = await runSteps(evidence.steps, (progress) => as((operation) => say(operation, taken, progress)));
  if (result !== null) await as((operation) => finish(operation, taken, { evidence, result }));
}

/** Says how far it is; false when it was stopped, deleted, or taken up by another worker. */
async function say({ db, orgId }: Operation, { id, attempts }: Taken, progress: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update survey_analysis set progress = ${progress}, heartbeat_at = clock_timestamp()
    where org_id = ${orgId} and id = ${id} and state = 'running' and attempts = ${attempts}`.execute(db);
  return numAffectedRows === 1n;
}

interface Finished {
  readonly evidence: Evidence;
  readonly result: AnalysisResult;
}

async function finish(operation: Operation, taken: Taken, { evidence, result }: Finished): Promise<void> {
  const { db, orgId, now } = operation;
  const { told, answers } = evidence;
  const { numAffectedRows } = await sql`
    update survey_analysis set state = 'done', progress = 1, finished_at = ${now}, result = ${JSON.stringify(result)}::jsonb,
      sample = ${JSON.stringify(told)}::jsonb, answers = ${answers.n}, clean_answers = ${answers.clean}
    where org_id = ${orgId} and id = ${taken.id} and state = 'running' and attempts = ${taken.attempts}`.execute(db);
  if (numAffectedRows === 1n) await tell(operation, taken, { n: told.n });
}

async function fail(operation: Operation, taken: Taken, code: string): Promise<void> {
  const { db, orgId, now } = operation;
  const { numAffectedRows } = await sql`
    update survey_analysis set state = 'failed', failure = ${code}, finished_at = ${now}
    where org_id = ${orgId} and id = ${taken.id} and state = 'running' and attempts = ${taken.attempts}`.execute(db);
  if (numAffectedRows === 1n) await tell(operation, taken, { failure: code });
}

const tell = (operation: Operation, { id, surveyId, surveyName, request }: Taken, more: Record<string, unknown>): Promise<void> =>
  recordEvent(operation, {
    type: 'survey.analysis-finished',
    entity: entityOf({ id: surveyId, name: surveyName }),
    data: { analysisId: id, kind: request.kind, ...more },
  });
