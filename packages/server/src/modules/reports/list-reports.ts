import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listReports as endpoint } from '@zhiheng/contract/reports/reports';
import { id as uuid } from '@zhiheng/contract/values/page';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { invalidField } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { readReports, rowOf } from './report-rows.ts';

export async function listReports(
  operation: Operation,
  { query }: Pick<Parsed<typeof endpoint>, 'query'>,
): Promise<Reply<typeof endpoint>> {
  const { kind, cursor, limit } = query;
  const before = cursor === undefined ? undefined : idIn(cursor);
  const found = await readReports(operation, { kind, before, most: limit + 1, withDocument: false });
  const last = found.at(limit - 1);
  return {
    items: found.slice(0, limit).map(rowOf),
    next: found.length > limit && last !== undefined ? encodeCursor([last.id]) : null,
  };
}

function idIn(cursor: string): string {
  const [id = ''] = decodeCursor(cursor, 1);
  if (!uuid.safeParse(id).success) throw invalidField('cursor', 'cursor');
  return id;
}
