import { z } from 'zod';
import { findingKind } from '../findings/finding-kind.ts';

export const causeMethod = z.enum(['five-whys', 'fishbone', 'fault-tree']);
export type CauseMethod = z.infer<typeof causeMethod>;

/**
 * A node of an analysis. The root is the problem. `kind` is the bone of a fishbone on which a first cause hangs; `gate` joins what lies below
 * a node of a fault tree; leaves of the same `event` are one event; `probability` belongs to a leaf.
 */
export const causeNode = z.strictObject({
  id: z.string().min(1).max(40),
  parentId: z.string().min(1).max(40).nullable(),
  text: z.string().trim().max(400),
  kind: findingKind.nullable(),
  gate: z.enum(['and', 'or']).nullable(),
  event: z.string().trim().min(1).max(60).nullable(),
  probability: z.number().min(0).max(1).nullable(),
});
export type CauseNode = z.infer<typeof causeNode>;

const mostNodes = 200;
const deepestCause = 12;
/** Siblings stand in the order of the list. */
export const causeTree = z.array(causeNode).min(1).max(mostNodes);
export type CauseTree = readonly CauseNode[];

export interface TreeFlaw {
  readonly at: number;
  readonly code:
    | 'node_twice'
    | 'root_twice'
    | 'root_missing'
    | 'parent_unknown'
    | 'cause_too_deep'
    | 'kind_needed'
    | 'kind_not_here'
    | 'gate_needed'
    | 'gate_not_here'
    | 'event_not_here';
}

/** What is wrong with a tree: it must hang together from one root, and its nodes must fit the method. */
export function treeFlaws(method: CauseMethod, tree: CauseTree): TreeFlaw[] {
  // Of two with the same id the first is meant.
  const byId = new Map(tree.toReversed().map((node) => [node.id, node]));
  const parents = new Set(tree.map(({ parentId }) => parentId));
  const rootAt = tree.findIndex(({ parentId }) => parentId === null);
  if (rootAt === -1) return [{ at: 0, code: 'root_missing' }];
  return tree.flatMap((node, at) => {
    const code =
      placeFlaw(tree, byId, at) ??
      shapeFlaw(method, node, { isRoot: at === rootAt, isFirst: node.parentId === tree[rootAt]?.id, isLeaf: !parents.has(node.id) });
    return code === null ? [] : [{ at, code }];
  });
}

function placeFlaw(tree: CauseTree, byId: ReadonlyMap<string, CauseNode>, at: number): TreeFlaw['code'] | null {
  const node = tree[at];
  if (node === undefined || byId.get(node.id) !== node) return 'node_twice';
  if (node.parentId === null) return tree.findIndex(({ parentId }) => parentId === null) === at ? null : 'root_twice';
  if (!byId.has(node.parentId)) return 'parent_unknown';
  // A circle never reaches the root, so it is too deep as well.
  let steps = 0;
  for (let above = node.parentId; steps <= deepestCause; steps++) {
    const parent = byId.get(above);
    if (parent === undefined || parent.parentId === null) return null;
    above = parent.parentId;
  }
  return 'cause_too_deep';
}

interface Place {
  readonly isRoot: boolean;
  readonly isFirst: boolean;
  readonly isLeaf: boolean;
}

function shapeFlaw(method: CauseMethod, node: CauseNode, { isRoot, isFirst, isLeaf }: Place): TreeFlaw['code'] | null {
  const isFaultTree = method === 'fault-tree';
  return (
    kindFlaw(node, method === 'fishbone' && isFirst) ??
    gateFlaw(node, isFaultTree && !isLeaf) ??
    eventFlaw(node, isFaultTree && isLeaf && !isRoot)
  );
}

function kindFlaw({ kind }: CauseNode, hangsOnBone: boolean): TreeFlaw['code'] | null {
  if (hangsOnBone === (kind !== null)) return null;
  return hangsOnBone ? 'kind_needed' : 'kind_not_here';
}

function gateFlaw({ gate }: CauseNode, joins: boolean): TreeFlaw['code'] | null {
  if (joins === (gate !== null)) return null;
  return joins ? 'gate_needed' : 'gate_not_here';
}

function eventFlaw({ event, probability }: CauseNode, isBasic: boolean): TreeFlaw['code'] | null {
  return isBasic || (event === null && probability === null) ? null : 'event_not_here';
}
