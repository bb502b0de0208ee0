import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listUnits as endpoint } from '@zhiheng/contract/organisation/organisation';
import type { Call } from '../../platform/operation.ts';
import { selectUnits, unitTables } from './select-units.ts';

export async function listUnits(call: Call, { params }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  return { items: await selectUnits(call, unitTables[params.kind], sql`true`) };
}
