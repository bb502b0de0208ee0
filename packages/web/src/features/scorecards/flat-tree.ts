import type { ScoreNode } from '@zhiheng/contract/evaluation/scores';

export interface TreeRow {
  readonly node: ScoreNode;
  readonly depth: number;
  /** share of the whole index, 0–1 */
  readonly share: number;
}

/** The rows of a tree that are in sight: children of closed branches are left out. */
export function flatTree(root: ScoreNode, closed: ReadonlySet<string>): TreeRow[] {
  const walk = (nodes: readonly ScoreNode[], depth: number, whole: number): TreeRow[] => {
    const sum = nodes.reduce((total, node) => total + node.weight, 0);
    return nodes.flatMap((node) => {
      const share = sum === 0 ? 0 : (whole * node.weight) / sum;
      const row = { node, depth, share };
      return closed.has(node.code) ? [row] : [row, ...walk(node.children, depth + 1, share)];
    });
  };
  return walk(root.children, 0, 1);
}

/** Branches of a tree, by code. */
export const branchesOf = (node: ScoreNode): string[] =>
  node.children.flatMap((child) => (child.children.length === 0 ? [] : [child.code, ...branchesOf(child)]));
