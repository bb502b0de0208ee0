import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { clean, type Known } from './read-states.rules.ts';
import type { ForeignCase } from './gather-cases.ts';

interface Named {
  readonly kind: 'team' | 'category' | 'service' | 'person';
  readonly id: string;
  readonly names: readonly string[];
}

type Names = ReadonlyMap<string, string>;

const plain = (text: string): string => text.trim().toLowerCase();

/** Teams, people, categories and services by code, name in either language, or address. What two bear leads to neither. */
export async function readNames({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<Omit<Known, 'customer'>> {
  const { rows } = await sql<Named>`
    select 'team' as kind, id, array[code, name ->> 'zh', name ->> 'en'] as names from team where org_id = ${orgId} and deleted_at is null
    union all select 'category', id, array[code, name ->> 'zh', name ->> 'en'] from case_category where org_id = ${orgId} and deleted_at is null
    union all select 'service', id, array[code, name ->> 'zh', name ->> 'en'] from service where org_id = ${orgId} and deleted_at is null
    union all select 'person', id, array[email, name] from account where org_id = ${orgId} and deleted_at is null`.execute(db);
  const of = (kind: Named['kind']): Names => {
    const found = new Map<string, string | null>();
    for (const row of rows)
      if (row.kind === kind) for (const name of new Set(row.names.map(plain))) found.set(name, found.has(name) ? null : row.id);
    return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
  };
  const [teams, people, categories, services] = [of('team'), of('person'), of('category'), of('service')];
  return {
    team: (name) => teams.get(plain(name)),
    person: (name) => people.get(plain(name)),
    category: (name) => categories.get(plain(name)),
    service: (name) => services.get(plain(name)),
  };
}

interface CustomerRow {
  readonly id: string;
  readonly segmentId: string | null;
  readonly code: string;
  readonly email: string;
}

/** The customers that some cases name by code or address. */
export async function readCustomers(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  cases: readonly ForeignCase[],
): Promise<Known['customer']> {
  const asked = cases
    .flatMap(({ states }) => [clean(states[0]?.values.customer), clean(states[0]?.values.contactEmail)])
    .filter((name) => name !== '');
  const names = [...new Set(asked.flatMap((name) => [name, plain(name)]))];
  if (names.length === 0) return () => undefined;
  const { rows } = await sql<CustomerRow>`
    select id, segment_id as "segmentId", code, email from customer
    where org_id = ${orgId} and deleted_at is null and (code = any(${names}::text[]) or email = any(${names}::text[]))`.execute(db);
  const found = new Map(rows.flatMap((row) => [[plain(row.email), row] as const, [plain(row.code), row] as const]));
  return (name) => found.get(plain(name));
}
