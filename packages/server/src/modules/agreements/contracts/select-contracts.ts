import { sql, type RawBuilder } from 'kysely';
import type { ServiceContract } from '@zhiheng/contract/agreements/agreements';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

type Scope = Pick<Operation, 'db' | 'orgId' | 'actor'>;

/** Contracts that are not in the trash, by number. Who may not read personal values sees a person's code. `condition` speaks of `k`. */
export async function selectContracts({ db, orgId, actor }: Scope, condition: RawBuilder<unknown>): Promise<ServiceContract[]> {
  const personal = actor.permissions.has('customers.personal');
  const { rows } = await sql<ServiceContract>`
    select k.id, k.number, k.name, k.customer_id as "customerId",
      case when c.kind = 'person' and not ${personal}::boolean then c.code else c.name end as "customerName",
      k.service_ids as "serviceIds", to_char(k.valid_from, 'YYYY-MM-DD') as "validFrom", to_char(k.valid_to, 'YYYY-MM-DD') as "validTo",
      k.monthly_price as "monthlyPrice", k.note, k.version
    from service_contract k join customer c on c.org_id = ${orgId} and c.id = k.customer_id
    where k.org_id = ${orgId} and k.deleted_at is null and ${condition} order by k.number`.execute(db);
  return rows;
}

export async function readContract(scope: Scope, id: string): Promise<ServiceContract> {
  const [contract] = await selectContracts(scope, sql`k.id = ${id}`);
  if (contract === undefined) throw notFound('service-contract');
  return contract;
}

/** Holds a contract that is not in the trash until the transaction ends. */
export async function lockContract(scope: Scope, id: string): Promise<ServiceContract> {
  await sql`select from service_contract where org_id = ${scope.orgId} and id = ${id} for no key update`.execute(scope.db);
  return readContract(scope, id);
}
