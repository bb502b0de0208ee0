import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listAccounts as endpoint } from '@zhiheng/contract/identity/accounts';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { containing } from '../../platform/database/containing.ts';
import type { Call } from '../../platform/operation.ts';
import { selectAccounts } from './select-accounts.ts';

export async function listAccounts(call: Call, { query }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { q, state, cursor, limit } = query;
  const after = cursor === undefined ? null : decodeCursor(cursor, 2);
  const found = q === undefined ? sql`true` : sql`(a.name ilike ${containing(q)} or a.email ilike ${containing(q)})`;
  const inState = state === undefined ? sql`true` : sql`a.state = ${state}`;
  const beyond = after === null ? sql`true` : sql`(a.name, a.id::text) > (${after[0]}, ${after[1]})`;
  const rows = await selectAccounts(call, sql`${found} and ${inState} and ${beyond}`, limit + 1);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : encodeCursor([last.name, last.id]) };
}
