import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { removeBenchmark as endpoint } from '@zhiheng/contract/measurement/indicators';
import { notFound } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';

export async function removeBenchmark(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const { db, orgId } = call;
  const removed = await db
    .deleteFrom('benchmark')
    .where('org_id', '=', orgId)
    .where('id', '=', params.id)
    .returning(['indicator_id', 'kind', 'value', 'as_of as asOf'])
    .executeTakeFirst();
  if (removed === undefined) throw notFound('benchmark');
  const { indicator_id, ...data } = removed;
  const { label } = await db
    .selectFrom('indicator')
    .select(sql<string>`name ->> 'zh'`.as('label'))
    .where('org_id', '=', orgId)
    .where('id', '=', indicator_id)
    .executeTakeFirstOrThrow();
  await recordEvent(call, { type: 'benchmark.removed', entity: { kind: 'indicator', id: indicator_id, label }, data });
  return { ok: true };
}
