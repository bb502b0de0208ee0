import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

interface House {
  readonly zone: string;
  readonly language: 'zh' | 'en';
}

/** How an organisation reads clocks, and what it speaks. */
export async function readHouse({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<House> {
  const { rows } = await sql<House>`select time_zone as zone, locale as language from organisation where org_id = ${orgId}`.execute(db);
  return rows[0] ?? { zone: 'UTC', language: 'zh' };
}
