import { sql } from 'kysely';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

export interface Places {
  readonly serviceId?: string | null | undefined;
  readonly siteId?: string | null | undefined;
  readonly teamId?: string | null | undefined;
  readonly segmentId?: string | null | undefined;
  readonly customerId?: string | null | undefined;
  readonly ownerId?: string | null | undefined;
}

const tables = {
  serviceId: ['service', 'unknown_service'],
  siteId: ['site', 'unknown_site'],
  teamId: ['team', 'unknown_team'],
  segmentId: ['segment', 'unknown_segment'],
  customerId: ['customer', 'unknown_customer'],
  ownerId: ['account', 'unknown_account'],
} as const satisfies Record<keyof Places, readonly [string, string]>;

/** What is named must be there and not in the trash. Throws 422 otherwise. */
export async function checkPlaces({ db, orgId }: Operation, places: Places, path = ''): Promise<void> {
  for (const field of Object.keys(tables) as (keyof Places)[]) {
    const id = places[field];
    if (typeof id !== 'string') continue;
    const [table, code] = tables[field];
    const { rows } = await sql`select from ${sql.table(table)} where org_id = ${orgId} and id = ${id} and deleted_at is null`.execute(db);
    if (rows.length === 0) throw invalidField(`${path}${field}`, code);
  }
}
