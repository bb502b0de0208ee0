import type { listSimulations as endpoint } from '@zhiheng/contract/cases/simulation';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { id as uuid } from '@zhiheng/contract/values/page';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { readSimulations } from './simulation-row.ts';

export async function listSimulations(
  operation: Operation,
  { query }: Pick<Parsed<typeof endpoint>, 'query'>,
): Promise<Reply<typeof endpoint>> {
  const { agreementId, cursor, limit } = query;
  const before = cursor === undefined ? {} : { before: placeOf(cursor) };
  const found = await readSimulations(operation, { agreementId, ...before, most: limit + 1 });
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : encodeCursor([last.id]) };
}

function placeOf(cursor: string): string {
  const [id = ''] = decodeCursor(cursor, 1);
  if (!uuid.safeParse(id).success) throw invalidField('cursor', 'cursor');
  return id;
}
