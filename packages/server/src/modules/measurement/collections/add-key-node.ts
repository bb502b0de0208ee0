import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { addKeyNode as endpoint } from '@zhiheng/contract/measurement/collections';
import { conflict, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { parsePeriodKey } from './period.rules.ts';
import { lockCollection } from './select-collections.ts';

/** Asks for an extra measurement on a day, for example before a release. One a day: its sheet is the day's. */
export async function addKeyNode(operation: Operation, { params, body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const collection = await lockCollection(operation, params.id);
  if (parsePeriodKey(body.on) === null) throw invalidField('on', 'impossible_day');
  if (collection.keyNodes.some(({ on }) => on === body.on)) throw conflict('key_node_taken', { on: body.on });
  const id = newId();
  const row = { org_id: operation.orgId, id, collection_id: params.id, name: JSON.stringify(body.name), held_on: body.on };
  await operation.db.insertInto('key_node').values(row).execute();
  const data = { on: body.on, name: body.name };
  await recordEvent(operation, { type: 'key-node.added', entity: { kind: 'collection', id: params.id, label: collection.name.zh }, data });
  return { id, collectionId: params.id, ...body };
}
