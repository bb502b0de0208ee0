import type { CauseMethod, CauseNode, CauseTree } from '@zhiheng/contract/causes/cause-tree';

type Kind = CauseNode['kind'];

const rootOf = (tree: CauseTree): string | undefined => tree.find(({ parentId }) => parentId === null)?.id;

/** Puts the signs right that depend on the place: gates join what has something below, events and kinds stand where they may. */
export function fitted(method: CauseMethod, tree: CauseTree): CauseNode[] {
  const parents = new Set(tree.map(({ parentId }) => parentId));
  const root = rootOf(tree) ?? '';
  return tree.map((node) => {
    const joins = method === 'fault-tree' && parents.has(node.id);
    const isBasic = method === 'fault-tree' && !parents.has(node.id) && node.parentId !== null;
    return {
      ...node,
      kind: method === 'fishbone' && node.parentId === root ? (node.kind ?? 'process') : null,
      gate: joins ? (node.gate ?? 'or') : null,
      ...(isBasic ? {} : { event: null, probability: null }),
    };
  });
}

export const below = (tree: CauseTree, id: string): ReadonlySet<string> => {
  const found = new Set([id]);
  // Children follow their parents or not: as long as something is found there may be more.
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const node of tree) if (node.parentId !== null && found.has(node.parentId)) found.add(node.id);
  }
  return found;
};

export interface Added {
  readonly id: string;
  readonly parentId: string;
  readonly kind?: Kind;
}

export const withNode = (tree: CauseTree, { id, parentId, kind = null }: Added): CauseNode[] => [
  ...tree,
  { id, parentId, kind, text: '', gate: null, event: null, probability: null },
];

export const withChange = (tree: CauseTree, id: string, change: Partial<CauseNode>): CauseNode[] =>
  tree.map((node) => (node.id === id ? { ...node, ...change } : node));

/** The problem stays; a cause goes with everything below it. */
export function withoutNode(tree: CauseTree, id: string): CauseNode[] {
  if (id === rootOf(tree)) return [...tree];
  const gone = below(tree, id);
  return tree.filter((node) => !gone.has(node.id));
}

/** Hangs a node elsewhere, after what hangs there already; nothing can be hung below itself. */
export function moved(tree: CauseTree, id: string, parentId: string): CauseNode[] {
  const node = tree.find((one) => one.id === id);
  if (node === undefined || node.parentId === null || below(tree, id).has(parentId) || node.parentId === parentId) return [...tree];
  const kindOf = (above: string): Kind => tree.find((one) => one.id === above)?.kind ?? null;
  return [...tree.filter((one) => one.id !== id), { ...node, parentId, kind: node.kind ?? kindOf(node.parentId) }];
}

/** One place up or down among its siblings. */
export function shifted(tree: CauseTree, id: string, by: -1 | 1): CauseNode[] {
  const at = tree.findIndex((node) => node.id === id);
  const node = tree[at];
  if (node === undefined) return [...tree];
  const siblings = tree.flatMap((one, place) => (one.parentId === node.parentId && one.kind === node.kind ? [place] : []));
  const other = siblings[siblings.indexOf(at) + by];
  const swapped = other === undefined ? undefined : tree[other];
  if (other === undefined || swapped === undefined) return [...tree];
  return tree.map((one, place) => (place === at ? swapped : place === other ? node : one));
}
