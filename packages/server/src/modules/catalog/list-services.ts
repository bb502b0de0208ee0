import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listServices as endpoint } from '@zhiheng/contract/catalog/services';
import { containing } from '../../platform/database/containing.ts';
import type { Call } from '../../platform/operation.ts';
import { selectServices } from './select-services.ts';

export async function listServices(call: Call, { query }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { q, state } = query;
  const text = q === undefined ? null : containing(q);
  const found = text === null ? sql`true` : sql`(s.code ilike ${text} or s.name ->> 'zh' ilike ${text} or s.name ->> 'en' ilike ${text})`;
  const inState = state === undefined ? sql`true` : sql`s.state = ${state}`;
  return { items: await selectServices(call, sql`${found} and ${inState}`) };
}
