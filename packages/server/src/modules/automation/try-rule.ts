import { sql } from 'kysely';
import type { tryAutomation as endpoint } from '@zhiheng/contract/automation/automation';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { DomainEvent } from '../../platform/events/subscriber.ts';
import type { Call } from '../../platform/operation.ts';
import { passes } from '../cases/index.ts';
import { checkDefinition } from './check-definition.ts';
import { factsOfEvents } from './event-facts.ts';
import { findingsOf } from './list-rules.ts';

const mostShown = 50;

/** Which of the latest events a rule would have answered. Fields of cases are those of today. */
export async function tryRule(call: Call, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { db, orgId } = call;
  const { definition, last } = body;
  await checkDefinition(call, definition);
  const { rows: events } = await sql<DomainEvent>`
    select id, at, type, actor_kind as "actorKind", actor_id as "actorId", entity_kind as "entityKind", entity_id as "entityId", label, data
    from event where org_id = ${orgId} and type = any(${definition.eventTypes}::text[]) order by id desc limit ${last}`.execute(db);
  const facts = await factsOfEvents(call, events);
  const matched = events.filter(({ id }) => {
    const known = facts.get(id);
    return known !== undefined && passes(definition.tests, known);
  });
  const items = matched.slice(0, mostShown).map(({ id, at, type, entityKind, entityId, label }) => ({
    ...{ eventId: id, at: at.toISOString(), eventType: type, entityKind, entityId, label: label ?? '' },
  }));
  const since = events.at(-1)?.at.toISOString() ?? null;
  return { events: events.length, since, matched: matched.length, items, findings: findingsOf(definition) };
}
