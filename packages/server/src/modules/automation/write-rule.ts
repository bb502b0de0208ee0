import { sql } from 'kysely';
import type {
  AutomationDefinition,
  AutomationRule,
  createAutomationRule,
  deleteAutomationRule,
  orderAutomationRules,
  updateAutomationRule,
} from '@zhiheng/contract/automation/automation';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { changesBetween, givenFields } from '../../platform/changes-between.ts';
import { changedMeanwhile } from '../../platform/errors.ts';
import { newId } from '../../platform/identifier.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { checkDefinition } from './check-definition.ts';
import { readRule } from './list-rules.ts';

interface Saved {
  readonly name: string;
  readonly active: boolean;
  readonly definition: AutomationDefinition;
}

export async function createRule(call: Call, { body }: Parsed<typeof createAutomationRule>): Promise<AutomationRule> {
  await checkDefinition(call, body.definition);
  const id = newId();
  const saved: Saved = { ...body, active: false };
  await sql`
    insert into automation_rule (org_id, id, position, name, active, definition, event_types, updated_at)
    select ${call.orgId}, ${id}, coalesce(max(position), -1) + 1, ${saved.name}, false, ${JSON.stringify(saved.definition)}, ${saved.definition.eventTypes}, ${call.now}
    from automation_rule where org_id = ${call.orgId}`.execute(call.db);
  await keepVersion(call, id, { ...saved, version: 1 });
  await recordEvent(call, { type: 'automation-rule.created', entity: { kind: 'automation-rule', id, label: saved.name } });
  return readRule(call, id);
}

export async function updateRule(call: Call, { params, body }: Parsed<typeof updateAutomationRule>): Promise<AutomationRule> {
  const { version: read, ...given } = body;
  await lockRule(call, params.id);
  const before = await readRule(call, params.id);
  if (read !== before.version) throw changedMeanwhile();
  const after: Saved = { ...before, ...givenFields(given) };
  const changes = changesBetween<Saved>(before, givenFields(given));
  if (Object.keys(changes).length === 0) return before;
  if (given.definition !== undefined) await checkDefinition(call, after.definition);
  const version = before.version + 1;
  const { name, active, definition } = after;
  await call.db
    .updateTable('automation_rule')
    .set({ name, active, version, definition: JSON.stringify(definition), event_types: definition.eventTypes, updated_at: call.now })
    .where('org_id', '=', call.orgId)
    .where('id', '=', params.id)
    .execute();
  await keepVersion(call, params.id, { name, active, definition, version });
  const entity = { kind: 'automation-rule', id: params.id, label: name };
  await recordEvent(call, { type: 'automation-rule.changed', entity, data: { ...changes, version } });
  return readRule(call, params.id);
}

export async function deleteRule(call: Call, { params }: Parsed<typeof deleteAutomationRule>): Promise<{ ok: true }> {
  await lockRule(call, params.id);
  const { name } = await readRule(call, params.id);
  const gone = { deleted_at: call.now, active: false };
  await call.db.updateTable('automation_rule').set(gone).where('org_id', '=', call.orgId).where('id', '=', params.id).execute();
  await recordEvent(call, { type: 'automation-rule.deleted', entity: { kind: 'automation-rule', id: params.id, label: name } });
  return { ok: true };
}

/** Rules that are not named come after those that are. */
export async function orderRules(call: Call, { body }: Parsed<typeof orderAutomationRules>): Promise<{ ok: true }> {
  const { db, orgId } = call;
  await sql`
    update automation_rule r set position = o.position from (
      select id, row_number() over (order by array_position(${body.ids}::uuid[], id), position, id) as position
      from automation_rule where org_id = ${orgId} and deleted_at is null) o
    where r.org_id = ${orgId} and r.id = o.id and r.position is distinct from o.position`.execute(db);
  await recordEvent(call, { type: 'automation-rules.ordered', entity: { kind: 'organisation', id: orgId } });
  return { ok: true };
}

async function lockRule({ db, orgId }: Call, id: string): Promise<void> {
  await db.selectFrom('automation_rule').select('id').where('org_id', '=', orgId).where('id', '=', id).forUpdate().execute();
}

async function keepVersion({ db, orgId, actor, now }: Call, rule_id: string, saved: Saved & { readonly version: number }): Promise<void> {
  const { name, active, version } = saved;
  const row = { org_id: orgId, rule_id, version, name, active, saved_at: now, saved_by: actor.accountId };
  await db
    .insertInto('automation_rule_version')
    .values({ ...row, definition: JSON.stringify(saved.definition) })
    .execute();
}
