import { sql, type RawBuilder } from 'kysely';
import type { Supplier } from '@zhiheng/contract/agreements/agreements';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

type Scope = Pick<Operation, 'db' | 'orgId'>;

/** Suppliers that are not in the trash, by code, with the number of their agreements. `condition` speaks of `s`. */
export async function selectSuppliers({ db, orgId }: Scope, condition: RawBuilder<unknown>): Promise<Supplier[]> {
  const { rows } = await sql<Supplier>`
    select s.id, s.code, s.name, s.contact, s.email, s.phone, s.note, s.version,
      (select count(*)::int from agreement a where a.org_id = ${orgId} and a.supplier_id = s.id and a.deleted_at is null) as agreements
    from supplier s where s.org_id = ${orgId} and s.deleted_at is null and ${condition} order by s.code`.execute(db);
  return rows;
}

export async function readSupplier(scope: Scope, id: string): Promise<Supplier> {
  const [supplier] = await selectSuppliers(scope, sql`s.id = ${id}`);
  if (supplier === undefined) throw notFound('supplier');
  return supplier;
}

/** Holds a supplier that is not in the trash until the transaction ends. */
export async function lockSupplier(scope: Scope, id: string): Promise<Supplier> {
  await sql`select from supplier where org_id = ${scope.orgId} and id = ${id} for no key update`.execute(scope.db);
  return readSupplier(scope, id);
}
