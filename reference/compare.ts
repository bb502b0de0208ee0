import { z } from 'zod';

const band = z.object({ abs: z.number(), rel: z.number() }).strict();
const atMost = z.object({ rule: z.literal('at_most'), rel: z.number() }).strict();

export const tolerance = z
  .object({
    abs: z.number(),
    rel: z.number(),
    keys: z.record(z.string(), z.union([atMost, band])).optional(),
    match: z.enum(['factor_columns', 'column_signs']).optional(),
  })
  .strict();
export type Tolerance = z.infer<typeof tolerance>;

export interface Difference {
  /** dot path, array indices in brackets */
  readonly path: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** Every place where the result is outside the tolerance of the case; further keys of the result are nobody's business. */
export function differences(expected: unknown, found: unknown, allowed: Tolerance): Difference[] {
  return walk({ shown: '', key: '', expected, found }, allowed);
}

interface Place extends Omit<Difference, 'path'> {
  readonly shown: string;
  /** the path without array indices, as `tolerance.keys` names it */
  readonly key: string;
}

function walk(place: Place, allowed: Tolerance): Difference[] {
  const parts = partsOf(place);
  if (parts !== null) return parts.flatMap((part) => walk(part, allowed));
  return agrees(place, allowed) ? [] : [{ path: place.shown, expected: place.expected, found: place.found }];
}

/** The members to compare one by one; null for a single value and where the shapes differ. */
function partsOf({ shown, key, expected, found }: Place): Place[] | null {
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return null;
    return expected.map((each, index) => ({ shown: `${shown}[${index}]`, key, expected: each, found: found[index] }));
  }
  if (!isObject(expected) || !isObject(found)) return null;
  const members = new Map(Object.entries(found));
  const below = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);
  return Object.entries(expected).map(([name, each]) => ({
    shown: below(shown, name),
    key: below(key, name),
    expected: each,
    found: members.get(name),
  }));
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function agrees({ key, expected, found }: Place, allowed: Tolerance): boolean {
  if (expected === null) return found === null || found === undefined || Number.isNaN(found);
  if (typeof expected !== 'number') return expected === found;
  return typeof found === 'number' && within(expected, found, allowed.keys?.[key] ?? allowed);
}

type Band = z.infer<typeof band> | z.infer<typeof atMost>;

function within(expected: number, found: number, allowed: Band): boolean {
  if ('rule' in allowed) return found <= expected * (1 + allowed.rel);
  return Math.abs(found - expected) <= Math.max(allowed.abs, allowed.rel * Math.abs(expected));
}
