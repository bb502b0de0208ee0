import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listAnalyses as endpoint } from '@zhiheng/contract/surveys/analyses';
import { id as uuid } from '@zhiheng/contract/values/page';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { readScope } from '../results/results-scope.ts';
import { readAnalyses, rowOf } from './analysis-row.ts';

export async function listAnalyses(
  operation: Operation,
  { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>,
): Promise<Reply<typeof endpoint>> {
  const { id: surveyId } = await readScope(operation, params.id);
  const { cursor, limit } = query;
  const before = cursor === undefined ? undefined : placeOf(cursor);
  const found = await readAnalyses(operation, { surveyId, before, most: limit + 1, withResult: false });
  const items = found.slice(0, limit).map(rowOf);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : encodeCursor([last.id]) };
}

function placeOf(cursor: string): string {
  const [id = ''] = decodeCursor(cursor, 1);
  if (!uuid.safeParse(id).success) throw invalidField('cursor', 'cursor');
  return id;
}
