import { sql } from 'kysely';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { placeInSegments } from './place-in-segments.ts';
import { readCustomer, shownName } from './select-customers.ts';

export async function restoreCustomer(operation: Operation, id: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update customer set deleted_at = null where org_id = ${operation.orgId} and id = ${id} and deleted_at is not null
    returning id`.execute(operation.db);
  if (rows.length === 0) throw notFound('customer');
  // The rules may have changed meanwhile.
  await placeInSegments(operation, [id]);
  const label = shownName(await readCustomer(operation, id));
  await recordEvent(operation, { type: 'customer.restored', entity: { kind: 'customer', id, label } });
}
