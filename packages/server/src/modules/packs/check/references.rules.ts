import type { Flaw } from '../mistake.ts';

interface Coded {
  readonly code: string;
}
interface Place {
  readonly file: string;
  readonly path: readonly PropertyKey[];
}
/** What may be named, and what it is called in the code of the mistake. */
export interface Known {
  readonly kind: 'team' | 'site' | 'segment' | 'service' | 'indicator' | 'calendar' | 'supplier' | 'category' | 'customer_need' | 'field_code';
  readonly codes: ReadonlySet<string>;
}

export const codesOf = (rows: readonly Coded[]): ReadonlySet<string> => new Set(rows.map((row) => row.code));

/** Every code may be given once. */
export function duplicates({ file, path }: Place, rows: readonly Coded[]): Flaw[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    if (!seen.has(row.code)) {
      seen.add(row.code);
      return [];
    }
    return [{ file, path: [...path, index, 'code'], code: 'duplicate_code', params: { code: row.code } }];
  });
}

/** A code that names something must name something of this pack. */
export function reference(place: Place, code: string | undefined, known: Known): Flaw[] {
  if (code === undefined || known.codes.has(code)) return [];
  return [{ ...place, code: `unknown_${known.kind}`, params: { code } }];
}

/** Parents must not go round in a circle. */
export function circles({ file, path }: Place, rows: readonly (Coded & { readonly parent?: string | undefined })[]): Flaw[] {
  const parents = new Map(rows.map((row) => [row.code, row.parent]));
  return rows.flatMap((row, index) =>
    isOwnAncestor(row.code, parents)
      ? [{ file, path: [...path, index, 'parent'], code: 'circular_parent', params: { code: row.code } }]
      : [],
  );
}

function isOwnAncestor(code: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(code); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === code) return true;
    seen.add(at);
  }
  return false;
}
