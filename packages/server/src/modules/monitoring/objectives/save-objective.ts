import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { ObjectiveDefinition } from '@zhiheng/contract/monitoring/objective';
import type * as api from '@zhiheng/contract/monitoring/objectives';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile, conflict } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { demandSound } from './check-definition.ts';
import { usualPairs } from './judge.rules.ts';
import { entityOf, findObjective, lockObjective, rowOf } from './objective-rows.ts';

type Row = api.ObjectiveRow;
type Draft = Parsed<typeof api.createObjective>['body']['draft'];

const completed = ({ alerts, ...draft }: Draft): ObjectiveDefinition => ({
  ...draft,
  alerts: { ...alerts, pairs: alerts.pairs ?? usualPairs(draft.window) },
});

export async function createObjective(operation: Operation, { body }: Pick<Parsed<typeof api.createObjective>, 'body'>): Promise<Row> {
  const { code, name } = body;
  const draft = completed(body.draft);
  await demandSound(operation, draft);
  const id = newId();
  await operation.db
    .insertInto('objective')
    .values({ org_id: operation.orgId, id, code, name: JSON.stringify(name), draft: JSON.stringify(draft), updated_at: operation.now })
    .execute();
  await recordEvent(operation, { type: 'objective.created', entity: entityOf({ id, name }), data: { code, draft } });
  return rowOf(await findObjective(operation, id));
}

type Save = Pick<Parsed<typeof api.saveObjectiveDraft>, 'params' | 'body'>;

export async function saveObjectiveDraft(operation: Operation, { params, body }: Save): Promise<Row> {
  const before = await lockObjective(operation, params.id);
  if (body.revision !== before.revision) throw changedMeanwhile();
  const wanted = { name: body.name, draft: body.draft === undefined ? undefined : completed(body.draft) };
  if (wanted.draft !== undefined) await demandSound(operation, wanted.draft);
  const { name, draft } = before;
  const changes = changesBetween({ name, draft }, wanted);
  if (Object.keys(changes).length === 0) return rowOf(before);
  const after = { name, draft, ...givenFields(wanted) };
  await sql`update objective set name = ${JSON.stringify(after.name)}, draft = ${after.draft === null ? null : JSON.stringify(after.draft)},
      revision = revision + 1, updated_at = ${operation.now} where org_id = ${operation.orgId} and id = ${params.id}`.execute(operation.db);
  await recordEvent(operation, { type: 'objective.changed', entity: entityOf(before), data: changes });
  return rowOf(await findObjective(operation, params.id));
}

/** The draft becomes the next version. What was judged by earlier versions stays judged by them. */
export async function publishObjective(
  operation: Operation,
  { params, body }: Pick<Parsed<typeof api.publishObjective>, 'params' | 'body'>,
): Promise<Row> {
  const { db, orgId, now, actor } = operation;
  const before = await lockObjective(operation, params.id);
  if (body.revision !== before.revision) throw changedMeanwhile();
  if (before.draft === null) throw conflict('no_draft');
  await demandSound(operation, before.draft);
  const version = before.version + 1;
  // The first version judges what was measured since its beginning, a later one what comes from now on.
  const effectiveFrom = version === 1 ? new Date(before.draft.since) : now;
  await sql`insert into objective_version (org_id, objective_id, version, definition, effective_from, published_at, published_by)
    values (${orgId}, ${params.id}, ${version}, ${JSON.stringify(before.draft)}, ${effectiveFrom}, ${now}, ${actor.accountId})`.execute(db);
  await sql`update objective set version = ${version}, revision = revision + 1, draft = null, updated_at = ${now}
    where org_id = ${orgId} and id = ${params.id}`.execute(db);
  if (before.retiredAt === null) await awaken(operation, params.id);
  const data = { version, effectiveFrom: effectiveFrom.toISOString() };
  await recordEvent(operation, { type: 'objective.published', entity: entityOf(before), data });
  return rowOf(await findObjective(operation, params.id));
}

/** It is counted anew by the next sweep. */
async function awaken({ db, orgId, now }: Operation, id: string): Promise<void> {
  await sql`insert into objective_state (org_id, objective_id, next_at, recount_at) values (${orgId}, ${id}, ${now}, ${now})
    on conflict (org_id, objective_id) do update set next_at = excluded.next_at, recount_at = excluded.recount_at`.execute(db);
}

/** A retired objective is no longer counted; alerts that are open end with it. */
export async function retireObjective(operation: Operation, { params, body }: Parsed<typeof api.retireObjective>): Promise<Row> {
  const { db, orgId, now } = operation;
  const before = await lockObjective(operation, params.id);
  if ((before.retiredAt !== null) === body.retired) return rowOf(before);
  await sql`update objective set retired_at = ${body.retired ? now : null}, revision = revision + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${params.id}`.execute(db);
  if (!body.retired && before.version > 0) await awaken(operation, params.id);
  if (body.retired) {
    await sql`update objective_state set next_at = 'infinity' where org_id = ${orgId} and objective_id = ${params.id}`.execute(db);
    await sql`update objective_alert set recovered_at = ${now} where org_id = ${orgId} and objective_id = ${params.id} and recovered_at is null`.execute(
      db,
    );
  }
  await recordEvent(operation, { type: body.retired ? 'objective.retired' : 'objective.resumed', entity: entityOf(before) });
  return rowOf(await findObjective(operation, params.id));
}
