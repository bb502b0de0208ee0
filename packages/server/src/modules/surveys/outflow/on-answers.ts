import { sql } from 'kysely';
import type { SurveySettings } from '@zhiheng/contract/surveys/surveys';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { DomainEvent, Subscriber } from '../../../platform/events/subscriber.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvents } from '../../../platform/record-event.ts';
import { entityOf } from '../survey-rows.ts';
import { observeAnswers } from './observe-answers.ts';
import { brokenRules } from './score-observations.rules.ts';

/** Lets scores flow into indicators, and tells of answers after which somebody should be called back. */
export const answersFlowOut: Subscriber = {
  name: 'survey-outflow',
  types: ['survey.answered', 'survey.responses-imported', 'survey.answers-released', 'survey.responses-judged'],
  async handle(operation, events) {
    const answered = events.flatMap(({ type, data }) => (type === 'survey.answered' ? textOf(data['responseId']) : []));
    const judged = events.flatMap(({ type, data }) =>
      type === 'survey.responses-judged' && Array.isArray(data['ids']) ? data['ids'].map(String) : [],
    );
    const ids = [...answered, ...judged];
    if (ids.length > 0) await observeAnswers(operation, sql`r.id = any(${ids}::uuid[])`);
    for (const event of events) await observeBatch(operation, event);
    if (answered.length > 0) await tellLowScores(operation, answered);
  },
};

const textOf = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);

/** An import names its answers; a release bears the time of its answers. */
async function observeBatch(operation: Operation, { type, at, data, entityId }: DomainEvent): Promise<void> {
  const [importId] = textOf(data['importId']);
  if (type === 'survey.responses-imported' && importId !== undefined)
    await observeAnswers(operation, sql`r.survey_id = ${entityId}::uuid and r.import_id = ${importId}::uuid`);
  if (type === 'survey.answers-released')
    await observeAnswers(operation, sql`r.survey_id = ${entityId}::uuid and r.released_at = ${at}::timestamptz`);
}

interface Answered {
  readonly id: string;
  readonly surveyId: string;
  readonly surveyName: LocalText;
  readonly settings: SurveySettings;
  readonly scores: Readonly<Record<string, number>>;
}

/** Never of anonymous answers: nobody could be called. Whoever answers for the survey's service is meant where a rule names nobody. */
async function tellLowScores(operation: Operation, ids: readonly string[]): Promise<void> {
  const { db, orgId } = operation;
  const { rows } = await sql<Answered>`
    select r.id, r.survey_id as "surveyId", s.name as "surveyName", s.settings, r.scores
    from survey_response r join survey s on s.org_id = ${orgId} and s.id = r.survey_id
    where r.org_id = ${orgId} and r.id = any(${[...ids]}::uuid[]) and r.state = 'complete' and not s.anonymous and s.settings -> 'followUps' <> '[]'
    order by r.at, r.id`.execute(db);
  await recordEvents(
    operation,
    rows.flatMap(({ id, surveyId, surveyName, settings, scores }) =>
      brokenRules(scores, settings.followUps).map(({ measure, value, ownerId, hours }) => ({
        type: 'survey.low-score' as const,
        entity: entityOf({ id: surveyId, name: surveyName }),
        data: { surveyId, responseId: id, measure, value, ownerId, hours },
      })),
    ),
  );
}
