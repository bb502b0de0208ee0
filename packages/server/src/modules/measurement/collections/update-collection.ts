import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Collection, updateCollection as endpoint } from '@zhiheng/contract/measurement/collections';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { checkCollection } from './check-collection.ts';
import { rowOf } from './collection-row.ts';
import { lockCollection, selectCollection, viewOf } from './select-collections.ts';

/** Changes a collection; what was entered stays, and shows again when its indicator or subject comes back. */
export async function updateCollection(operation: Operation, { params, body }: Parsed<typeof endpoint>): Promise<Collection> {
  const before = viewOf(await lockCollection(operation, params.id));
  const { version, ...given } = body;
  if (version !== before.version) throw changedMeanwhile();
  const fields = givenFields(given);
  const data = changesBetween(before, fields);
  if (Object.keys(data).length === 0) return before;
  const after = { ...before, ...fields };
  await checkCollection(operation, after);
  const set = { ...rowOf(after), version: version + 1 };
  await operation.db.updateTable('collection').set(set).where('org_id', '=', operation.orgId).where('id', '=', params.id).execute();
  await recordEvent(operation, { type: 'collection.changed', entity: { kind: 'collection', id: params.id, label: after.name.zh }, data });
  return viewOf(await selectCollection(operation, params.id));
}
