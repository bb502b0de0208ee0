import { sql, type RawBuilder } from 'kysely';
import type { Customer } from '@zhiheng/contract/customers/customers';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { isMasked, maskEmail, maskName, maskPhone, maskText } from './mask.rules.ts';

type Scope = Pick<Operation, 'db' | 'orgId' | 'actor'>;
interface Row extends Omit<Customer, 'updatedAt' | 'masked'> {
  readonly updatedAt: Date;
}

/** Customers as their rows hold them. `condition` speaks of `c`, which is not in the trash. */
export async function selectCustomers(
  scope: Scope,
  condition: RawBuilder<unknown>,
  rest = sql`order by c.name, c.id`,
): Promise<Customer[]> {
  const { db, orgId, actor } = scope;
  const restricted = actor.permissions.has('cases.restricted');
  const { rows } = await sql<Row>`
    select c.id, c.code, c.kind, c.name, c.email, c.phone, c.address, c.language, s.id as "segmentId", s.name as "segmentName",
      case when s.id is not null then c.segment_by end as "segmentBy", c.annual_value as "annualValue", c.since::text as since,
      c.attributes, c.note, c.contacts, c.version, c.updated_at as "updatedAt",
      (select count(*)::int4 from service_case k where k.org_id = ${orgId} and k.customer_id = c.id
        and k.status not in ('closed', 'cancelled', 'merged') and (${restricted}::boolean or not k.restricted)) as "openCases"
    from customer c
    left join segment s on s.org_id = ${orgId} and s.id = c.segment_id and s.deleted_at is null
    where c.org_id = ${orgId} and c.deleted_at is null and ${condition} ${rest}`.execute(db);
  return rows.map((row) => ({ ...row, masked: false, updatedAt: row.updatedAt.toISOString() }));
}

export async function readCustomer(scope: Scope, id: string): Promise<Customer> {
  const [customer] = await selectCustomers(scope, sql`c.id = ${id}`);
  if (customer === undefined) throw notFound('customer');
  return customer;
}

/** Holds a customer that is not in the trash until the transaction ends. */
export async function lockCustomer(scope: Scope, id: string): Promise<Customer> {
  await sql`select from customer where org_id = ${scope.orgId} and id = ${id} for no key update`.execute(scope.db);
  return readCustomer(scope, id);
}

/** The customer as this caller may see it. */
export const shownTo = ({ actor }: Pick<Operation, 'actor'>, customer: Customer): Customer =>
  isMasked(actor) ? masked(customer) : customer;

const masked = (customer: Customer): Customer => ({
  ...customer,
  name: shownName(customer),
  email: maskEmail(customer.email),
  phone: maskPhone(customer.phone),
  address: maskText(customer.address),
  note: maskText(customer.note),
  contacts: customer.contacts.map((contact) => ({
    ...contact,
    name: maskName(contact.name),
    email: maskEmail(contact.email),
    phone: maskPhone(contact.phone),
  })),
  masked: true,
});

/** The name of an organisation is no secret. Also what the log calls the customer, for readers who see no personal values. */
export const shownName = ({ kind, name }: Pick<Customer, 'kind' | 'name'>): string => (kind === 'person' ? maskName(name) : name);
