import { sql } from 'kysely';
import { eventType } from '@zhiheng/contract/events';
import type { DomainEvent, Subscriber } from '../../platform/events/subscriber.ts';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';
import { passes } from '../cases/index.ts';
import { factsOfEvents } from './event-facts.ts';
import { reasonToHold } from './loop-guard.rules.ts';
import { rulesInForce, type RuleRow } from './rules-in-force.ts';

/** Notes which rules have to answer which events; a sweep does it. */
export const automationSubscriber: Subscriber = {
  name: 'automation',
  types: eventType.options,
  async handle(operation, events) {
    const rules = await rulesInForce(operation);
    const wanted = events.filter(({ type }) => rules.some(({ definition }) => definition.eventTypes.includes(type)));
    if (wanted.length === 0) return;
    await writeRuns(operation, await meetingsOf(operation, rules, wanted));
  },
};

interface Meeting {
  readonly rule: RuleRow;
  readonly event: DomainEvent;
}

async function meetingsOf(operation: Operation, rules: readonly RuleRow[], events: readonly DomainEvent[]): Promise<Meeting[]> {
  const facts = await factsOfEvents(operation, events);
  return events.flatMap((event) =>
    rules.flatMap((rule): Meeting[] => {
      const known = facts.get(event.id);
      const { eventTypes, tests } = rule.definition;
      return known !== undefined && eventTypes.includes(event.type) && passes(tests, known) ? [{ rule, event }] : [];
    }),
  );
}

async function writeRuns(operation: Operation, meetings: readonly Meeting[]): Promise<void> {
  if (meetings.length === 0) return;
  const { db, orgId, now } = operation;
  const chains = await readChains(operation, meetings);
  const met = await countMet(operation, meetings);
  const rows = meetings.map(({ rule, event }) => {
    const chain = chains.get(event.actorId ?? '') ?? [];
    const key = keyOf(rule.id, event.entityId);
    const recently = met.get(key) ?? 0;
    met.set(key, recently + 1);
    const reason = reasonToHold({ ruleId: rule.id, chain, recently });
    return {
      ...{ org_id: orgId, id: newId(), rule_id: rule.id, version: rule.version, event_id: event.id, event_type: event.type },
      ...{ entity_kind: event.entityKind, entity_id: event.entityId, label: event.label ?? '', at: event.at, chain, reason },
      due_at: new Date(event.at.getTime() + rule.definition.delayMinutes * 60_000),
      ...(reason === null ? { state: 'waiting' } : { state: 'held', finished_at: now }),
    };
  });
  await db
    .insertInto('automation_run')
    .values(rows)
    .onConflict((conflict) => conflict.constraint('automation_run_once').doNothing())
    .execute();
}

/** What a run did bears its id as the actor; so each event knows the rules that led to it. */
async function readChains({ db, orgId }: Operation, meetings: readonly Meeting[]): Promise<Map<string, string[]>> {
  const ids = meetings.flatMap(({ event }) => (event.actorKind === 'system' && event.actorId !== null ? [event.actorId] : []));
  if (ids.length === 0) return new Map();
  const runs = await db
    .selectFrom('automation_run')
    .select(['id', 'rule_id', 'chain'])
    .where('org_id', '=', orgId)
    .where('id', 'in', ids)
    .execute();
  return new Map(runs.map(({ id, rule_id, chain }) => [id, [...chain, rule_id]]));
}

const keyOf = (ruleId: string, entityId: string): string => `${ruleId}/${entityId}`;

async function countMet({ db, orgId, now }: Operation, meetings: readonly Meeting[]): Promise<Map<string, number>> {
  const [rules, entities] = [meetings.map(({ rule }) => rule.id), meetings.map(({ event }) => event.entityId)];
  const since = new Date(now.getTime() - 3_600_000);
  const { rows } = await sql<{ ruleId: string; entityId: string; met: number }>`
    select rule_id as "ruleId", entity_id as "entityId", count(*)::int4 as met from automation_run
    where org_id = ${orgId} and entity_id = any(${entities}::text[]) and rule_id = any(${rules}::uuid[]) and at > ${since} group by rule_id, entity_id`.execute(
    db,
  );
  return new Map(rows.map(({ ruleId, entityId, met }) => [keyOf(ruleId, entityId), met]));
}
