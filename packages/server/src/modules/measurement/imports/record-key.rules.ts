import { createHash } from 'node:crypto';

const longest = 200;

/**
 * Identity of a record from the cells of its key columns; '' when all are empty. Different cells never make the same key.
 * @example recordKeyOf(['INC', '7']) // 'INC|7'
 */
export function recordKeyOf(cells: readonly string[]): string {
  const parts = cells.map((cell) => cell.trim());
  if (parts.every((part) => part === '')) return '';
  const key = parts.length === 1 ? (parts[0] ?? '') : parts.map((part) => part.replaceAll(/[\\|]/g, '\\$&')).join('|');
  if (key.length <= longest) return key;
  return `${key.slice(0, longest - 33)}#${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
}
