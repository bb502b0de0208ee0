import { polychoric } from '@zhiheng/stats/correlation';
import type { CrossMoments } from '@zhiheng/stats/moments';
import { isDetermined, undetermined, type Insufficient, type Undetermined } from '@zhiheng/stats/result';
import type { Steps } from '../run-steps.ts';

interface Moments {
  readonly kind: 'moments';
  readonly moments: CrossMoments;
}

/** Polychoric correlations of every pair, as the moments of standardised items: so whatever is made from moments is made from them. */
export function* polychoricMoments(rows: readonly (readonly number[])[]): Steps<Moments | Insufficient | Undetermined> {
  const n = rows.length;
  const items = rows[0]?.length ?? 0;
  const columns = Array.from({ length: items }, (_, i) => rows.map((row) => row[i] ?? 0));
  const matrix = columns.map((_, i) => columns.map((__, j): number => (i === j ? 1 : 0)));
  const pairs = columns.flatMap((first, i) => columns.slice(0, i).map((second, j) => ({ i, j, first, second })));
  for (const [done, { i, j, first, second }] of pairs.entries()) {
    const found = polychoric(first, second);
    if (!isDetermined(found))
      return found.kind === 'undetermined' ? undetermined(n, found.reason, constantOf([first, second], [i, j])) : found;
    for (const [a, b] of [
      [i, j],
      [j, i],
    ] as const)
      matrix[a]?.splice(b, 1, found.rho);
    yield (0.8 * (done + 1)) / pairs.length;
  }
  return {
    kind: 'moments',
    moments: { n, origin: columns.map(() => 0), sums: columns.map(() => 0), products: matrix.map((row) => row.map((r) => r * (n - 1))) },
  };
}

/** Items that everybody answered alike. */
const constantOf = (pair: readonly (readonly number[])[], places: readonly number[]): number[] =>
  pair.flatMap((column, at) => (new Set(column).size < 2 ? places.slice(at, at + 1) : []));
