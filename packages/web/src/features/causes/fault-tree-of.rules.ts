import type { CauseTree } from '@zhiheng/contract/causes/cause-tree';
import type { FaultTree } from '@zhiheng/stats/fault-tree';

export interface DrawnFaultTree {
  readonly tree: FaultTree;
  /** what each event is called, by its key */
  readonly names: ReadonlyMap<string, string>;
  readonly probabilities: ReadonlyMap<string, number>;
  /** names of events without a probability */
  readonly missing: readonly string[];
}

/** The drawn tree as the arithmetic reads it: leaves of the same event are one. Null while there are no basic events. */
export function faultTreeOf(nodes: CauseTree): DrawnFaultTree | null {
  const root = nodes.find(({ parentId }) => parentId === null);
  const leaves = nodes.filter((node) => node.parentId !== null && !nodes.some(({ parentId }) => parentId === node.id));
  if (root === undefined || leaves.length === 0) return null;
  const names = new Map<string, string>();
  const probabilities = new Map<string, number>();
  for (const leaf of leaves) {
    const key = keyOf(leaf);
    if (!names.has(key)) names.set(key, leaf.event ?? (leaf.text === '' ? '?' : leaf.text));
    if (leaf.probability !== null) probabilities.set(key, leaf.probability);
  }
  const missing = [...names].filter(([key]) => !probabilities.has(key)).map(([, name]) => name);
  return { tree: gateOf(nodes, root.id), names, probabilities, missing };
}

const keyOf = ({ id, event }: CauseTree[number]): string => (event === null ? `node ${id}` : `event ${event}`);

function gateOf(nodes: CauseTree, id: string): FaultTree {
  const node = nodes.find((one) => one.id === id);
  if (node === undefined) throw new RangeError('no such node');
  const inputs = nodes.filter(({ parentId }) => parentId === id);
  if (inputs.length === 0) return { event: keyOf(node) };
  return { gate: node.gate ?? 'or', inputs: inputs.map((input) => gateOf(nodes, input.id)) };
}
