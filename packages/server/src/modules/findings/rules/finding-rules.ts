import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import {
  findingRule,
  type FindingRule,
  type listFindingRules as listing,
  type setFindingRules as setting,
} from '@zhiheng/contract/findings/rules';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { usualRules } from './usual-rules.rules.ts';

/** Rules as they are set; of a source that nobody set, the usual one. */
export async function rulesInForce({ db, orgId }: Operation): Promise<FindingRule[]> {
  const { rows } = await sql<{ source: string; enabled: boolean; settings: Record<string, unknown> }>`
    select source, enabled, settings from finding_rule where org_id = ${orgId}`.execute(db);
  const stored = rows.map(({ source, enabled, settings }) => findingRule.parse({ ...settings, source, enabled }));
  return usualRules.map((usual) => stored.find(({ source }) => source === usual.source) ?? usual);
}

export async function listFindingRules(operation: Operation): Promise<Reply<typeof listing>> {
  const { db, orgId } = operation;
  const { rows } = await sql<{ at: Date }>`select looked_at as at from finding_look where org_id = ${orgId}`.execute(db);
  return { items: await rulesInForce(operation), lookedAt: rows[0]?.at.toISOString() ?? null };
}

/** They are looked at in the next turn. */
export async function setFindingRules(
  operation: Operation,
  { body }: Pick<Parsed<typeof setting>, 'body'>,
): Promise<Reply<typeof listing>> {
  const { db, orgId, actor, now } = operation;
  const sources = body.items.map(({ source }) => source);
  const twice = sources.findIndex((source, at) => sources.indexOf(source) !== at);
  if (twice >= 0) throw invalidField(`items.${twice}.source`, 'duplicate');
  for (const { source, enabled, ...settings } of body.items)
    await sql`
      insert into finding_rule (org_id, source, enabled, settings, updated_at, updated_by)
      values (${orgId}, ${source}, ${enabled}, ${JSON.stringify(settings)}::jsonb, ${now}, ${actor.accountId}::uuid)
      on conflict (org_id, source) do update set enabled = excluded.enabled, settings = excluded.settings, updated_at = excluded.updated_at,
        updated_by = excluded.updated_by`.execute(db);
  await sql`update finding_look set next_at = ${now} where org_id = ${orgId}`.execute(db);
  await recordEvent(operation, { type: 'finding-rules.changed', entity: { kind: 'organisation', id: orgId }, data: { rules: body.items } });
  return listFindingRules(operation);
}
