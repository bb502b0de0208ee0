import { identity } from '../matrix/products.ts';
import type { Matrix } from './extraction.ts';
import { oblimin, type Oblique } from './oblimin.ts';
import { promax } from './promax.ts';
import { varimax } from './varimax.ts';

/** A rotation with its choices. Kaiser's normalisation is on for varimax and promax and off for oblimin unless said. */
export type Rotation =
  | { readonly kind: 'none' }
  | { readonly kind: 'varimax'; readonly kaiser?: boolean }
  | { readonly kind: 'promax'; readonly kaiser?: boolean; readonly power?: number }
  | { readonly kind: 'oblimin'; readonly kaiser?: boolean; readonly gamma?: number };

/** A rotation with every choice made. */
export type ChosenRotation =
  | { readonly kind: 'none' }
  | { readonly kind: 'varimax'; readonly kaiser: boolean }
  | { readonly kind: 'promax'; readonly kaiser: boolean; readonly power: number }
  | { readonly kind: 'oblimin'; readonly kaiser: boolean; readonly gamma: number };

/**
 * Every choice of a rotation, the defaults filled in, to be shown beside its result.
 * @example chosenRotation({ kind: 'promax' }) // { kind: 'promax', kaiser: true, power: 4 }
 */
export function chosenRotation(rotation: Rotation): ChosenRotation {
  switch (rotation.kind) {
    case 'none':
      return rotation;
    case 'varimax':
      return { kind: 'varimax', kaiser: rotation.kaiser ?? true };
    case 'promax':
      return { kind: 'promax', kaiser: rotation.kaiser ?? true, power: rotation.power ?? 4 };
    case 'oblimin':
      return { kind: 'oblimin', kaiser: rotation.kaiser ?? false, gamma: rotation.gamma ?? 0 };
    default:
      return rotation satisfies never;
  }
}

/**
 * Loadings rotated as chosen; a single factor stays as it is. `null` when an oblique rotation does not end.
 * @example rotate([[0.6, 0.6], [0.6, -0.6]], { kind: 'varimax', kaiser: false }) // { pattern: [[0.8485…, 0], [0, -0.8485…]], factorCorrelations: [[1, 0], [0, 1]] }
 */
export function rotate(loadings: Matrix, rotation: ChosenRotation): Oblique | null {
  const factors = loadings[0]?.length ?? 0;
  const orthogonal = (pattern: Matrix): Oblique => ({ pattern, factorCorrelations: identity(factors) });
  if (factors < 2) return orthogonal(loadings);
  switch (rotation.kind) {
    case 'none':
      return orthogonal(loadings);
    case 'varimax':
      return orthogonal(varimax(loadings, rotation));
    case 'promax':
      return promax(loadings, rotation);
    case 'oblimin':
      return oblimin(loadings, rotation);
    default:
      return rotation satisfies never;
  }
}
