import type { CaseType } from '@zhiheng/contract/cases/case';
import type { CaseCategory } from '@zhiheng/contract/cases/categories';

export interface CategoryPlace {
  readonly category: CaseCategory;
  readonly depth: number;
  /** from the top down, itself last */
  readonly path: readonly CaseCategory[];
}

/** The tree as a list, children below their parents. What hangs in a circle, or below nothing, stands at the top. */
export function categoryTree(categories: readonly CaseCategory[]): CategoryPlace[] {
  const known = new Set(categories.map(({ id }) => id));
  const placed = new Set<string>();
  const below = (parentId: string | null, path: readonly CaseCategory[]): CategoryPlace[] =>
    categories
      .filter(
        ({ id, parentId: parent }) =>
          !placed.has(id) && (parent === parentId || (parentId === null && parent !== null && !known.has(parent))),
      )
      .flatMap((category) => {
        placed.add(category.id);
        const own = [...path, category];
        return [{ category, depth: path.length, path: own }, ...below(category.id, own)];
      });
  const tree = below(null, []);
  const left = categories.filter(({ id }) => !placed.has(id)).map((category) => ({ category, depth: 0, path: [category] }));
  return [...tree, ...left];
}

/** Those that fit a type: a category without types fits all. */
export const categoriesFor = (places: readonly CategoryPlace[], type: CaseType): CategoryPlace[] =>
  places.filter(({ category }) => category.types.length === 0 || category.types.includes(type));
