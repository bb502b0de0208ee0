import type { Parsed } from '@zhiheng/contract/endpoint';
import type * as api from '@zhiheng/contract/monitoring/objectives';
import { conflict, invalid, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf, lockObjective } from './objective-rows.ts';
import { readExclusions } from './read-exclusions.ts';
import { restate } from './restate.ts';

const longest = 92 * 86_400_000;

/** Somebody asks for time to be left out. Nothing changes before a second person agrees. */
export async function excludeTime(operation: Operation, { params, body }: Parsed<typeof api.excludeTime>): Promise<api.ObjectiveExclusion> {
  const { db, orgId, now } = operation;
  const objective = await lockObjective(operation, params.id);
  if (objective.definition === null) throw conflict('not_published');
  const [from, to] = [new Date(body.from), new Date(body.to)];
  const flaws = [
    ...(isMinute(from) ? [] : [{ path: 'from', code: 'whole_minutes' }]),
    ...(isMinute(to) ? [] : [{ path: 'to', code: 'whole_minutes' }]),
    ...(from < to ? [] : [{ path: 'to', code: 'before_the_beginning' }]),
    ...(to.getTime() - from.getTime() <= longest ? [] : [{ path: 'to', code: 'too_long' }]),
  ];
  if (flaws.length > 0) throw invalid(flaws);
  const id = newId();
  const row = {
    id,
    objective_id: params.id,
    from_at: from,
    to_at: to,
    reason: body.reason,
    entered_by: personOf(operation),
    entered_at: now,
  };
  await db
    .insertInto('objective_exclusion')
    .values({ org_id: orgId, ...row })
    .execute();
  const data = { exclusionId: id, from: body.from, to: body.to, reason: body.reason };
  await recordEvent(operation, { type: 'objective.exclusion-entered', entity: entityOf(objective), data });
  return readExclusion(operation, params.id, id);
}

/** What is counted is counted per minute. */
const isMinute = (at: Date): boolean => at.getTime() % 60_000 === 0;

/** A script has no name that could answer for it. */
function personOf({ actor }: Operation): string {
  if (actor.accountId === null) throw conflict('person_needed');
  return actor.accountId;
}

export async function decideExclusion(
  operation: Operation,
  { params, body }: Parsed<typeof api.decideExclusion>,
): Promise<api.ObjectiveExclusion> {
  const { db, orgId, now } = operation;
  const found = await db
    .selectFrom('objective_exclusion')
    .select(['objective_id', 'entered_by', 'state'])
    .where('org_id', '=', orgId)
    .where('id', '=', params.id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (found === undefined) throw notFound('exclusion');
  if (found.state !== 'pending') throw conflict('decided_already');
  const person = personOf(operation);
  if (person === found.entered_by) throw conflict('second_person_needed');
  const objective = await lockObjective(operation, found.objective_id);
  const state = body.approve ? 'approved' : 'rejected';
  await db
    .updateTable('objective_exclusion')
    .set({ state, decided_by: person, decided_at: now, note: body.note === '' ? null : body.note })
    .where('org_id', '=', orgId)
    .where('id', '=', params.id)
    .execute();
  await recordEvent(operation, {
    type: `objective.exclusion-${state}`,
    entity: entityOf(objective),
    data: { exclusionId: params.id, note: body.note },
  });
  if (body.approve) await restate(operation, objective, params.id);
  return readExclusion(operation, found.objective_id, params.id);
}

async function readExclusion(operation: Operation, objectiveId: string, id: string): Promise<api.ObjectiveExclusion> {
  const exclusion = (await readExclusions(operation, objectiveId)).find((one) => one.id === id);
  if (exclusion === undefined) throw notFound('exclusion');
  return exclusion;
}
