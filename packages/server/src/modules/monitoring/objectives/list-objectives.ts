import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { listObjectives as endpoint, ObjectiveRow } from '@zhiheng/contract/monitoring/objectives';
import type { Operation } from '../../../platform/operation.ts';
import { rowOf, selectObjectives } from './objective-rows.ts';

export async function listObjectives(operation: Operation, { query }: Parsed<typeof endpoint>): Promise<{ items: ObjectiveRow[] }> {
  const condition = query.retired === 'true' ? sql`o.retired_at is not null` : sql`o.retired_at is null`;
  return { items: (await selectObjectives(operation, condition)).map(rowOf) };
}
