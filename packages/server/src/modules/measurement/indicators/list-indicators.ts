import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listIndicators as endpoint } from '@zhiheng/contract/measurement/indicators';
import { containing } from '../../../platform/database/containing.ts';
import type { Call } from '../../../platform/operation.ts';
import { selectIndicators } from './select-indicators.ts';

export async function listIndicators(call: Call, { query }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { q, dimension, perspective, measure } = query;
  const text = q === undefined ? null : containing(q);
  const conditions = [
    sql`true`,
    ...(text === null ? [] : [sql`(i.code ilike ${text} or i.name ->> 'zh' ilike ${text} or i.name ->> 'en' ilike ${text})`]),
    ...(dimension === undefined ? [] : [sql`i.dimension = ${dimension}`]),
    ...(perspective === undefined ? [] : [sql`i.perspective = ${perspective}`]),
    ...(measure === undefined ? [] : [sql`i.measure = ${measure}`]),
  ];
  return { items: await selectIndicators(call, sql.join(conditions, sql` and `)) };
}
