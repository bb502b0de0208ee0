import type { ImportMapping } from '@zhiheng/contract/measurement/imports';
import { AppError } from '../../../platform/errors.ts';
import { columnsOf } from './mapping-columns.rules.ts';

/** Refuses a mapping that reads columns which a file does not have; names each of them. */
export function checkColumns(mapping: ImportMapping, columns: readonly string[]): void {
  const missing = columnsOf(mapping).filter(({ column }) => !columns.includes(column));
  const [first] = missing;
  if (first === undefined) return;
  const errors = missing.map(({ path, column }) => ({ path: `mapping.${path}`, code: 'unknown_column', params: { column } }));
  throw new AppError(422, 'unknown_column', { params: { column: first.column }, errors });
}
