import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Collection, createCollection as endpoint } from '@zhiheng/contract/measurement/collections';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { checkCollection } from './check-collection.ts';
import { rowOf } from './collection-row.ts';
import { selectCollection, viewOf } from './select-collections.ts';

export async function createCollection(operation: Operation, { body }: Parsed<typeof endpoint>): Promise<Collection> {
  await checkCollection(operation, body);
  const id = newId();
  await operation.db
    .insertInto('collection')
    .values({ org_id: operation.orgId, id, ...rowOf(body) })
    .execute();
  const data = { period: body.period, indicators: body.indicators, subjects: body.subjectIds.length };
  await recordEvent(operation, { type: 'collection.created', entity: { kind: 'collection', id, label: body.name.zh }, data });
  return viewOf(await selectCollection(operation, id));
}
