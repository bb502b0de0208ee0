import type { ImportJob } from '@zhiheng/contract/measurement/imports';
import { id as uuid } from '@zhiheng/contract/values/page';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { readImports } from './import-view.ts';

interface Query {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export async function listImports(operation: Operation, { query }: { query: Query }): Promise<{ items: ImportJob[]; next: string | null }> {
  const before = query.cursor === undefined ? {} : { before: placeOf(query.cursor) };
  const found = await readImports(operation, { ...before, most: query.limit + 1 });
  const items = found.slice(0, query.limit);
  const last = found.length > query.limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : encodeCursor([last.id]) };
}

function placeOf(cursor: string): string {
  const [id = ''] = decodeCursor(cursor, 1);
  if (!uuid.safeParse(id).success) throw invalidField('cursor', 'cursor');
  return id;
}
