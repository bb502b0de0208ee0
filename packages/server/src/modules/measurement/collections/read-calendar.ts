import type { DueEntry } from '@zhiheng/contract/measurement/collections';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { readTimeZone } from '../store-rows.ts';
import { countEntered, sheetKey } from './count-entered.ts';
import { dueBetween, stateOn, type Due } from './due.rules.ts';
import { addDays, dayOf, dayStart, daysBetween } from './period.rules.ts';
import { selectCollections, type PlannedCollection } from './select-collections.ts';

const longest = 400;
/** So many of the latest sheets of one collection that nobody filled in are worth a word each. */
const overdueOfEach = 3;

interface Planned {
  readonly collection: PlannedCollection;
  readonly due: Due;
}

/** What is due between two days, and how complete it is. */
export async function readCalendar(
  operation: Operation,
  { query }: { query: { from: string; to: string } },
): Promise<{ items: DueEntry[] }> {
  if (query.to < query.from) throw invalidField('to', 'before_from');
  if (daysBetween(query.from, query.to) > longest) throw invalidField('to', 'range_too_long', { most: longest });
  return { items: await entriesBetween(operation, query.from, query.to) };
}

/** Sheets whose day has passed and that are not complete: the latest of each collection, newest first. */
export async function overdueCollections(operation: Pick<Operation, 'db' | 'orgId' | 'now'>): Promise<DueEntry[]> {
  const today = dayOf(operation.now, await readTimeZone(operation));
  const entries = await entriesBetween(operation, addDays(today, -longest), addDays(today, -1));
  const overdue = entries.filter(({ state }) => state === 'overdue').toReversed();
  const seen = new Map<string, number>();
  return overdue.filter(({ collectionId }) => {
    const count = (seen.get(collectionId) ?? 0) + 1;
    seen.set(collectionId, count);
    return count <= overdueOfEach;
  });
}

async function entriesBetween(operation: Pick<Operation, 'db' | 'orgId' | 'now'>, from: string, to: string): Promise<DueEntry[]> {
  const timeZone = await readTimeZone(operation);
  const collections = await selectCollections(operation);
  const planned = collections.flatMap((collection) => dueBetween(collection, from, to).map((due) => ({ collection, due })));
  if (planned.length === 0) return [];
  const days = planned.map(({ due }) => due.period.firstDay).sort();
  const last = addDays(days.at(-1) ?? to, 1);
  const entered = await countEntered(operation, dayStart(days[0] ?? from, timeZone), dayStart(last, timeZone));
  const today = dayOf(operation.now, timeZone);
  return planned.map((plan) => entryOf(plan, entered, today)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)));
}

function entryOf({ collection, due }: Planned, counts: ReadonlyMap<string, number>, today: string): DueEntry {
  const { firstDay, key } = due.period;
  const entered = counts.get(sheetKey(collection.id, key)) ?? 0;
  return {
    collectionId: collection.id,
    name: collection.name,
    period: key,
    keyNode: due.keyNode,
    from: firstDay,
    dueOn: due.dueOn,
    expected: collection.expected,
    entered,
    state: stateOn(today, { expected: collection.expected, entered, firstDay, dueOn: due.dueOn }),
    ownerName: collection.ownerName,
  };
}
