import synonyms from './synonyms.json' with { type: 'json' };

export type ColumnRole = keyof typeof synonyms.columns;

/**
 * A name without case, spaces, signs, and what stands in brackets: how names of columns are compared.
 * @example plainName('RATE (MBit/s)') // 'rate'
 */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** What stands in brackets at the end of a name, often the unit: `Wait (min)` */
export const bracketOf = (name: string): string | null => /[([（]([^)\]）]+)[)\]）]\s*$/.exec(name)?.[1]?.trim() ?? null;

const roles = Object.fromEntries(Object.entries(synonyms.columns).map(([role, names]) => [role, names.map(plainName)])) as Record<
  ColumnRole,
  string[]
>;

/** Place of a name among the words for a role, the best first; −1: none of them. */
export const rankFor = (role: ColumnRole, name: string): number => roles[role].indexOf(plainName(name));

/** The column among `names` that fits a role best; null when none does. */
export function columnFor(role: ColumnRole, names: readonly string[]): string | null {
  const ranked = names.map((name) => ({ name, rank: rankFor(role, name) })).filter(({ rank }) => rank >= 0);
  return ranked.sort((a, b) => a.rank - b.rank)[0]?.name ?? null;
}
