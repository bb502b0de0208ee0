import { sql } from 'kysely';
import type { SignalKind } from '@zhiheng/contract/diagnosis/signal-kind';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import type { NamedSeen } from './look.ts';

interface Watched {
  readonly id: string;
  readonly kind: SignalKind;
  readonly indicator: string | null;
  readonly demo: boolean;
}

interface Active {
  readonly id: string;
  readonly key: string;
  readonly name: { readonly zh: string };
}

/** Raises what is new, clears what is over; what lasts is brought up to date and said once. */
export async function settle(operation: Operation, rule: Watched, seen: readonly NamedSeen[]): Promise<void> {
  const active = await readActive(operation, rule.id);
  for (const one of seen) {
    const known = active.find(({ key }) => key === one.key);
    if (known === undefined) await raise(operation, rule, one);
    else await keepUp(operation, known.id, one);
  }
  for (const over of active.filter(({ key }) => !seen.some((one) => one.key === key))) await clear(operation, over);
}

async function readActive({ db, orgId }: Operation, ruleId: string): Promise<readonly Active[]> {
  const { rows } = await sql<Active>`
    select id, key, name from signal where org_id = ${orgId} and rule_id = ${ruleId} and cleared_at is null`.execute(db);
  return rows;
}

/** The same of the same bucket was said before it was cleared: it is the same signal, and comes back. */
async function raise(operation: Operation, rule: Watched, seen: NamedSeen): Promise<void> {
  const { db, orgId, now } = operation;
  const { key, severity, name, slice, bucket, detail } = seen;
  const { rows } = await sql<{ id: string }>`
    insert into signal (org_id, id, rule_id, kind, key, severity, indicator, name, service_id, team_id, site_id, segment_id, bucket, detail, raised_at,
      last_at, demo)
    values (${orgId}, ${newId()}, ${rule.id}, ${rule.kind}, ${key}, ${severity}, ${rule.indicator}::text, ${JSON.stringify(name)}::jsonb,
      ${slice.serviceId}::uuid, ${slice.teamId}::uuid, ${slice.siteId}::uuid, ${slice.segmentId}::uuid, ${bucket}, ${JSON.stringify(detail)}::jsonb,
      ${now}, ${now}, ${rule.demo})
    on conflict (org_id, rule_id, key, bucket) where rule_id is not null do update set cleared_at = null, last_at = excluded.last_at,
      detail = excluded.detail, severity = excluded.severity
    returning id`.execute(db);
  const id = rows[0]?.id ?? '';
  const data = { kind: rule.kind, indicator: rule.indicator, severity, bucket, ...detail };
  await recordEvent(operation, { type: 'signal.raised', entity: entityOf({ id, name }), data });
}

async function keepUp({ db, orgId, now }: Operation, id: string, { detail, severity }: NamedSeen): Promise<void> {
  await sql`update signal set last_at = ${now}, detail = ${JSON.stringify(detail)}::jsonb, severity = ${severity}
    where org_id = ${orgId} and id = ${id}`.execute(db);
}

export async function clear(operation: Operation, { id, name }: Pick<Active, 'id' | 'name'>): Promise<void> {
  const { db, orgId, now } = operation;
  await sql`update signal set cleared_at = ${now} where org_id = ${orgId} and id = ${id}`.execute(db);
  await recordEvent(operation, { type: 'signal.cleared', entity: entityOf({ id, name }) });
}

/** What a signal is called in the log. */
export const entityOf = ({ id, name }: Pick<Active, 'id' | 'name'>) => ({ kind: 'signal', id, label: name.zh });
