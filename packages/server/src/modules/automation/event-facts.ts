import type { DomainEvent } from '../../platform/events/subscriber.ts';
import type { Operation } from '../../platform/operation.ts';
import { factsOfCases, valuesOf, type TestedFacts } from '../cases/index.ts';

/** What rules may ask of events, by event: the fields of the case as it is now, and what the log says. An event of a case that the caller may not see has none. */
export async function factsOfEvents(operation: Operation, events: readonly DomainEvent[]): Promise<ReadonlyMap<string, TestedFacts>> {
  const ids = events.flatMap(({ entityKind, entityId }) => (entityKind === 'case' ? [entityId] : []));
  const cases = await factsOfCases(operation, ids);
  return new Map(
    events.flatMap((event): [string, TestedFacts][] => {
      const ofCase = event.entityKind === 'case' ? cases.get(event.entityId) : {};
      return ofCase === undefined ? [] : [[event.id, factsOf(event, ofCase)]];
    }),
  );
}

function factsOf({ label, actorKind, type, data }: DomainEvent, ofCase: TestedFacts['values']): TestedFacts {
  const values = { ...ofCase, ...valuesOf({ label, actorKind, data }) };
  return { values, changed: new Set(type.endsWith('.changed') ? Object.keys(data) : []) };
}
