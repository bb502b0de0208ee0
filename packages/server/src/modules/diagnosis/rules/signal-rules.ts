import { sql, type RawBuilder } from 'kysely';
import type {
  createSignalRule as creating,
  deleteSignalRule as deleting,
  listSignalRules as listing,
  SignalRule,
  updateSignalRule as updating,
  Watch,
} from '@zhiheng/contract/diagnosis/signals';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { changedMeanwhile, invalidField, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { clear } from '../signals/settle.ts';
import { checkWatch } from './check-watch.ts';

type RuleRecord = Omit<SignalRule, 'checkedAt'> & { readonly checkedAt: Date | null };

const selectRules = (orgId: string, condition: RawBuilder<unknown>): RawBuilder<RuleRecord> => sql`
  select r.id, r.watch, i.name as "indicatorName", r.enabled, r.checked_at as "checkedAt", r.obstacle, r.version,
    (select count(*)::int4 from signal s where s.org_id = ${orgId} and s.rule_id = r.id and s.cleared_at is null) as raised
  from signal_rule r left join indicator i on i.org_id = ${orgId} and i.code = r.indicator
  where r.org_id = ${orgId} and ${condition} order by r.kind, r.indicator, r.id`;

const ruleOf = ({ checkedAt, ...rule }: RuleRecord): SignalRule => ({ ...rule, checkedAt: checkedAt?.toISOString() ?? null });

export async function listSignalRules({ db, orgId }: Operation): Promise<Reply<typeof listing>> {
  const { rows } = await selectRules(orgId, sql`true`).execute(db);
  return { items: rows.map(ruleOf) };
}

async function findRule({ db, orgId }: Operation, id: string): Promise<SignalRule> {
  const { rows } = await selectRules(orgId, sql`r.id = ${id}`).execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('signal_rule');
  return ruleOf(row);
}

const entityOf = ({ id, watch }: Pick<SignalRule, 'id' | 'watch'>) => ({
  kind: 'signal-rule',
  id,
  label: watch.kind === 'hot-spot' ? watch.kind : `${watch.kind} ${watch.indicator}`,
});

/** More would only say the same again. */
const mostRules = 200;

export async function createSignalRule(operation: Operation, { body }: Pick<Parsed<typeof creating>, 'body'>): Promise<SignalRule> {
  await checkWatch(operation, body.watch);
  const { items } = await listSignalRules(operation);
  if (items.length >= mostRules) throw invalidField('watch', 'too_many', { most: mostRules });
  return storeRule(operation, body);
}

interface NewRule {
  readonly watch: Watch;
  readonly enabled: boolean;
  readonly demo?: boolean;
}

/** It is looked at in the next turn. */
export async function storeRule(operation: Operation, { watch, enabled, demo = false }: NewRule): Promise<SignalRule> {
  const { db, orgId, now } = operation;
  const id = newId();
  const indicator = watch.kind === 'hot-spot' ? null : watch.indicator;
  await sql`
    insert into signal_rule (org_id, id, kind, indicator, watch, enabled, next_at, demo, created_at, updated_at)
    values (${orgId}, ${id}, ${watch.kind}, ${indicator}::text, ${JSON.stringify(watch)}::jsonb, ${enabled}, ${now}, ${demo}, ${now}, ${now})`.execute(
    db,
  );
  await recordEvent(operation, { type: 'signal-rule.changed', entity: entityOf({ id, watch }), data: { enabled } });
  return findRule(operation, id);
}

export async function updateSignalRule(
  operation: Operation,
  { params, body }: Pick<Parsed<typeof updating>, 'params' | 'body'>,
): Promise<SignalRule> {
  const { db, orgId, now } = operation;
  await sql`select from signal_rule where org_id = ${orgId} and id = ${params.id} for no key update`.execute(db);
  const before = await findRule(operation, params.id);
  if (before.version !== body.version) throw changedMeanwhile();
  const { watch = before.watch, enabled = before.enabled } = body;
  await checkWatch(operation, watch);
  if (watch.kind !== before.watch.kind) throw invalidField('watch.kind', 'fixed');
  const indicator = watch.kind === 'hot-spot' ? null : watch.indicator;
  await sql`update signal_rule set watch = ${JSON.stringify(watch)}::jsonb, indicator = ${indicator}::text, enabled = ${enabled}, next_at = ${now},
      version = version + 1, updated_at = ${now} where org_id = ${orgId} and id = ${params.id}`.execute(db);
  if (!enabled) await clearAll(operation, params.id);
  await recordEvent(operation, { type: 'signal-rule.changed', entity: entityOf({ id: params.id, watch }), data: { enabled } });
  return findRule(operation, params.id);
}

export async function deleteSignalRule(operation: Operation, { params }: Pick<Parsed<typeof deleting>, 'params'>): Promise<{ ok: true }> {
  const { db, orgId } = operation;
  const before = await findRule(operation, params.id);
  await clearAll(operation, params.id);
  await sql`update signal set rule_id = null where org_id = ${orgId} and rule_id = ${params.id}`.execute(db);
  await sql`delete from signal_rule where org_id = ${orgId} and id = ${params.id}`.execute(db);
  await recordEvent(operation, { type: 'signal-rule.changed', entity: entityOf(before), data: { deleted: true } });
  return { ok: true };
}

/** What nobody watches any more is over. */
async function clearAll(operation: Operation, ruleId: string): Promise<void> {
  const { db, orgId } = operation;
  const { rows } = await sql<{ id: string; name: { zh: string } }>`
    select id, name from signal where org_id = ${orgId} and rule_id = ${ruleId} and cleared_at is null`.execute(db);
  for (const signal of rows) await clear(operation, signal);
}
