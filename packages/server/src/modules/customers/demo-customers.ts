import { sql } from 'kysely';
import type { Operation } from '../../platform/operation.ts';
import { newCustomer, type CustomerFields } from './customer-row.ts';
import { writeCustomers } from './write-customers.ts';

/** A made-up customer; what is not said is as for any new one. */
export interface DemoCustomer extends Pick<CustomerFields, 'name' | 'kind'>, Partial<Omit<CustomerFields, 'name' | 'kind'>> {
  readonly code: string;
}

/** Stores customers that the demo's button deletes again. A code that somebody has given already is left alone. */
export async function storeDemoCustomers(operation: Operation, customers: readonly DemoCustomer[]): Promise<void> {
  const { db, orgId } = operation;
  const rows = await db.selectFrom('customer').select('code').where('org_id', '=', orgId).execute();
  const taken = new Set(rows.map(({ code }) => code));
  const free = customers.filter(({ code }) => !taken.has(code));
  const written = free.map(({ code, ...fields }) => ({ id: null, code, fields: { ...newCustomer, ...fields } }));
  if (written.length > 0) await writeCustomers(operation, written, true);
}

/** Removes the customers of the demo. One whom a case or contract of somebody's own names goes to the trash, so that it is named still. */
export async function removeDemoCustomers({ db, orgId, now }: Operation): Promise<void> {
  await sql`
    delete from customer c where c.org_id = ${orgId} and c.demo
      and not exists (select from service_case k where k.org_id = ${orgId} and k.customer_id = c.id)
      and not exists (select from service_contract k where k.org_id = ${orgId} and k.customer_id = c.id)`.execute(db);
  await sql`update customer set demo = false, deleted_at = coalesce(deleted_at, ${now}) where org_id = ${orgId} and demo`.execute(db);
}
