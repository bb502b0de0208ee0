import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

/** Whether anything of an indicator is stored, on or after a day of the organisation's zone. */
export async function wasMeasured({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, indicatorId: string, since?: string): Promise<boolean> {
  const from =
    since === undefined
      ? sql`true`
      : sql`at >= (select ${since}::date::timestamp at time zone time_zone from organisation where org_id = ${orgId})`;
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from observation where org_id = ${orgId} and indicator_id = ${indicatorId} and ${from}) as any`.execute(db);
  return rows[0]?.any === true;
}
