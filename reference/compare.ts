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
  return walk({ shown: '', key: '' }, expected, found, allowed);
}

interface Place {
  readonly shown: string;
  /** the path without array indices, as `tolerance.keys` names it */
  readonly key: string;
}

function walk(place: Place, expected: unknown, found: unknown, allowed: Tolerance): Difference[] {
  const wrong = [{ path: place.shown, expected, found }];
  if (expected === null) return found === null || found === undefined || Number.isNaN(found) ? [] : wrong;
  if (typeof expected === 'number') return typeof found === 'number' && within(expected, found, bandOf(place.key, allowed)) ? [] : wrong;
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return wrong;
    return expected.flatMap((each, index) => walk({ shown: `${place.shown}[${index}]`, key: place.key }, each, found[index], allowed));
  }
  if (typeof expected === 'object') {
    if (typeof found !== 'object' || found === null) return wrong;
    const members = new Map(Object.entries(found));
    return Object.entries(expected).flatMap(([name, each]) => walk(step(place, name), each, members.get(name), allowed));
  }
  return expected === found ? [] : wrong;
}

const step = ({ shown, key }: Place, name: string): Place => ({
  shown: shown === '' ? name : `${shown}.${name}`,
  key: key === '' ? name : `${key}.${name}`,
});

type Band = z.infer<typeof band> | z.infer<typeof atMost>;

const bandOf = (key: string, allowed: Tolerance): Band => allowed.keys?.[key] ?? allowed;

function within(expected: number, found: number, allowed: Band): boolean {
  if ('rule' in allowed) return found <= expected * (1 + allowed.rel);
  return Math.abs(found - expected) <= Math.max(allowed.abs, allowed.rel * Math.abs(expected));
}
