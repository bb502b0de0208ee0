import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { priorityDefinition, type PriorityModel, type setPriorityModel as setting } from '@zhiheng/contract/findings/priority';
import { changedMeanwhile } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { usualModel } from './priority-model.rules.ts';

export async function getPriorityModel({ db, orgId }: Operation): Promise<PriorityModel> {
  const { rows } = await sql<{ version: number; definition: unknown; setAt: Date; setBy: string | null }>`
    select m.version, m.definition, m.created_at as "setAt", a.name as "setBy"
    from priority_model m left join account a on a.org_id = ${orgId} and a.id = m.created_by
    where m.org_id = ${orgId} order by m.version desc limit 1`.execute(db);
  const [row] = rows;
  if (row === undefined) return { ...usualModel, version: 0, setAt: null, setBy: null };
  const { version, definition, setAt, setBy } = row;
  return { ...priorityDefinition.parse(definition), version, setAt: setAt.toISOString(), setBy };
}

/** Whoever read an earlier version is told so: two sets of weights at once would be nobody's. */
export async function setPriorityModel(operation: Operation, { body }: Pick<Parsed<typeof setting>, 'body'>): Promise<PriorityModel> {
  const { db, orgId, actor, now } = operation;
  const { version, ...definition } = body;
  const before = await getPriorityModel(operation);
  if (before.version !== version) throw changedMeanwhile();
  const { rows } = await sql`
    insert into priority_model (org_id, version, definition, created_at, created_by)
    values (${orgId}, ${version + 1}, ${JSON.stringify(definition)}::jsonb, ${now}, ${actor.accountId}::uuid)
    on conflict do nothing returning version`.execute(db);
  if (rows.length === 0) throw changedMeanwhile();
  await recordEvent(operation, {
    type: 'priority-model.changed',
    entity: { kind: 'organisation', id: orgId },
    data: { version: version + 1, weights: { from: before.weights, to: definition.weights } },
  });
  return getPriorityModel(operation);
}
