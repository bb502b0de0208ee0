import { sql } from 'kysely';
import type { search as endpoint } from '@zhiheng/contract/insight/board';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { Call } from '../../platform/operation.ts';
import { listCases } from '../cases/index.ts';
import { listCustomers } from '../customers/index.ts';

type Endpoint = typeof endpoint;
type Item = Reply<Endpoint>['items'][number];

const most = 20;
/** Of what may be many, the first few: the list itself finds the others. */
const mostOfMany = 5;

/** Finds what the caller may read: cases by number and words, customers, and by part of a code or of a name in either language all else. */
export async function searchNames(call: Call, { query }: Pick<Parsed<Endpoint>, 'query'>): Promise<Reply<Endpoint>> {
  const [cases, customers, named] = [await findCases(call, query.q), await findCustomers(call, query.q), await findNamed(call, query.q)];
  const meant = named.filter(({ exact }) => exact);
  const others = named.filter(({ exact }) => !exact);
  const rows = [...meant, ...cases, ...customers, ...others].slice(0, most);
  return { items: rows.map(({ kind, id, code, name }) => ({ kind, id, code, name })) };
}

const inBoth = (name: string) => ({ zh: name, en: name });

async function findCases(call: Call, q: string): Promise<Item[]> {
  if (!call.actor.permissions.has('cases.read')) return [];
  const { items } = await listCases(call, { query: { filter: { q }, order: 'updated', limit: mostOfMany } });
  return items.map(({ id, number, subject }) => ({ kind: 'case', id, code: number, name: inBoth(subject) }));
}

async function findCustomers(call: Call, q: string): Promise<Item[]> {
  if (!call.actor.permissions.has('customers.read')) return [];
  const { items } = await listCustomers(call, { params: {}, body: undefined, query: { q, order: 'name', limit: mostOfMany } });
  return items.map(({ id, code, name }) => ({ kind: 'customer', id, code, name: inBoth(name) }));
}

interface Named extends Item {
  readonly exact: boolean;
}

/** Exact codes and names first. */
async function findNamed({ db, orgId, actor }: Call, q: string): Promise<Named[]> {
  const text = q.toLowerCase();
  const permissions = [...actor.permissions];
  const { rows } = await sql<Named>`
    select kind, id, code, name, ${text} in (c, zh, en) as exact from (
      select *, lower(code) as c, lower(name->>'zh') as zh, lower(name->>'en') as en
      from search_entry where org_id = ${orgId} and permission = any(${permissions}::text[])
    ) e
    where strpos(c, ${text}) > 0 or strpos(zh, ${text}) > 0 or strpos(en, ${text}) > 0
    order by exact desc, case when starts_with(c, ${text}) or starts_with(zh, ${text}) or starts_with(en, ${text}) then 1 else 2 end, kind, code
    limit ${most}`.execute(db);
  return rows;
}
