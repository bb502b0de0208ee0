import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type {
  judgeSuggestion as judgeEndpoint,
  rewardSuggestion as rewardEndpoint,
  Suggestion,
  turnSuggestion as turnEndpoint,
} from '@zhiheng/contract/improvement/suggestions';
import { houseDay } from '../../../platform/database/house-day.ts';
import { conflict, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { openFinding } from '../../findings/index.ts';
import { insertProject } from '../projects/create-project.ts';
import { entityOf } from './make-suggestion.ts';
import { findSuggestion, lockSuggestion } from './read-suggestions.ts';

export async function judgeSuggestion(
  call: Call,
  { params, body }: Pick<Parsed<typeof judgeEndpoint>, 'params' | 'body'>,
): Promise<Suggestion> {
  const suggestion = await lockSuggestion(call, params.id, body.version);
  const { state, answer } = body;
  if (suggestion.state === 'withdrawn') throw conflict('suggestion_withdrawn');
  if (state === 'declined' && answer === '') throw invalidField('answer', 'reason_needed');
  if (state === 'done' && suggestion.state !== 'accepted' && suggestion.state !== 'done') throw conflict('suggestion_not_accepted');
  const { db, orgId, now, actor } = call;
  await sql`
    update suggestion set state = ${state}, answer = ${answer}, judged_by = ${actor.accountId}::uuid, version = version + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${params.id}`.execute(db);
  await recordEvent(call, { type: 'suggestion.judged', entity: entityOf(suggestion), data: { from: suggestion.state, to: state, answer } });
  return findSuggestion(call, params.id);
}

/** What a suggestion became is worked on there; it is accepted by that. */
export async function turnSuggestion(
  call: Call,
  { params, body }: Pick<Parsed<typeof turnEndpoint>, 'params' | 'body'>,
): Promise<Suggestion> {
  const suggestion = await lockSuggestion(call, params.id, body.version);
  if (suggestion.state === 'withdrawn') throw conflict('suggestion_withdrawn');
  if (suggestion[body.into] !== null) throw conflict('suggestion_turned');
  const id = body.into === 'finding' ? await makeFinding(call, suggestion) : await makeProject(call, suggestion);
  const { db, orgId, now, actor } = call;
  const column = sql.ref(body.into === 'finding' ? 'finding_id' : 'project_id');
  await sql`
    update suggestion set ${column} = ${id}::uuid, state = case when state = 'done' then state else 'accepted' end, judged_by = ${actor.accountId}::uuid,
      version = version + 1, updated_at = ${now} where org_id = ${orgId} and id = ${params.id}`.execute(db);
  await recordEvent(call, { type: 'suggestion.turned', entity: entityOf(suggestion), data: { into: body.into, id } });
  return findSuggestion(call, params.id);
}

async function makeFinding(call: Call, { id, title, text, serviceId }: Suggestion): Promise<string> {
  const words = { zh: title, en: title };
  const opened = await openFinding(call, {
    ...{
      title: words,
      description: { zh: text, en: text },
      source: 'suggestion',
      severity: 'low',
      key: id,
      slice: { serviceId },
      evidence: [],
    },
  });
  return opened.id;
}

const quarter = 90 * 86_400_000;

async function makeProject(call: Call, { title, text, finding }: Suggestion): Promise<string> {
  const startOn = await houseDay(call, call.now);
  const dueOn = await houseDay(call, new Date(call.now.getTime() + quarter));
  const findingIds = finding === null ? [] : [finding.id];
  return insertProject(call, { title, template: 'pdca', goal: text, startOn, dueOn, steps: true, findingIds });
}

export async function rewardSuggestion(
  call: Call,
  { params, body }: Pick<Parsed<typeof rewardEndpoint>, 'params' | 'body'>,
): Promise<Suggestion> {
  const suggestion = await lockSuggestion(call, params.id, body.version);
  if (suggestion.state !== 'accepted' && suggestion.state !== 'done') throw conflict('suggestion_not_accepted');
  const { db, orgId, now, actor } = call;
  await sql`
    insert into suggestion_reward (org_id, id, suggestion_id, points, note, at, given_by)
    values (${orgId}, ${newId()}, ${params.id}, ${body.points}, ${body.note}, ${now}, ${actor.accountId}::uuid)`.execute(db);
  await sql`update suggestion set version = version + 1, updated_at = ${now} where org_id = ${orgId} and id = ${params.id}`.execute(db);
  await recordEvent(call, { type: 'suggestion.rewarded', entity: entityOf(suggestion), data: { points: body.points, note: body.note } });
  return findSuggestion(call, params.id);
}
