import { sql } from 'kysely';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';

interface Restored {
  readonly label: string;
}

export async function restoreCalendar(operation: Operation, id: string): Promise<void> {
  const { rows } = await sql<Restored>`update business_calendar set deleted_at = null, updated_at = ${operation.now}
    where org_id = ${operation.orgId} and id = ${id} and deleted_at is not null returning name ->> 'zh' as label`.execute(operation.db);
  if (rows[0] === undefined) throw notFound('calendar');
  const entity = { kind: 'calendar', id, label: rows[0].label };
  await recordEvent(operation, { type: 'calendar.restored', entity });
}

export async function restoreSupplier(operation: Operation, id: string): Promise<void> {
  const { rows } = await sql<Restored>`update supplier set deleted_at = null
    where org_id = ${operation.orgId} and id = ${id} and deleted_at is not null returning name ->> 'zh' as label`.execute(operation.db);
  if (rows[0] === undefined) throw notFound('supplier');
  await recordEvent(operation, { type: 'supplier.restored', entity: { kind: 'supplier', id, label: rows[0].label } });
}

export async function restoreContract(operation: Operation, id: string): Promise<void> {
  const { rows } = await sql<Restored>`update service_contract set deleted_at = null
    where org_id = ${operation.orgId} and id = ${id} and deleted_at is not null returning name as label`.execute(operation.db);
  if (rows[0] === undefined) throw notFound('service-contract');
  await recordEvent(operation, { type: 'service-contract.restored', entity: { kind: 'service-contract', id, label: rows[0].label } });
}
