import { invalidField } from './errors.ts';

/** Opaque page cursor around the sort key of the last row. */
export const encodeCursor = (parts: readonly string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Throws an `invalid` AppError when the cursor is none of ours. */
export function decodeCursor(cursor: string, length: number): string[] {
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts.length !== length || !parts.every((part) => typeof part === 'string'))
    throw invalidField('cursor', 'cursor');
  return parts;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
