import { expect } from 'vitest';

/**
 * Every number of `wanted`, at any depth, agrees with `found` to `tolerance` (relative above 1, absolute below). Parts that are undefined
 * in `wanted` are not looked at.
 */
export function expectClose(found: unknown, wanted: unknown, tolerance = 1e-10): void {
  expect(differences({ found, wanted, path: '' }, tolerance)).toEqual([]);
}

interface Pair {
  readonly found: unknown;
  readonly wanted: unknown;
  readonly path: string;
}

function differences({ found, wanted, path }: Pair, tolerance: number): string[] {
  if (wanted === undefined || isClose(found, wanted, tolerance)) return [];
  const [here, there] = [membersOf(found), membersOf(wanted)];
  const isOtherLength = Array.isArray(wanted) && here?.size !== there?.size;
  if (here === null || there === null || isOtherLength) return [`${path}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`];
  return [...there].flatMap(([key, value]) => differences({ found: here.get(key), wanted: value, path: `${path}.${key}` }, tolerance));
}

function isClose(found: unknown, wanted: unknown, tolerance: number): boolean {
  if (typeof wanted !== 'number' || typeof found !== 'number') return found === wanted;
  return Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> | null {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
}
