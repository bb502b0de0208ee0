import type { Scorecard, ScorecardNode } from '@zhiheng/contract/evaluation/scores';
import type { LocalText } from '@zhiheng/contract/values/text';

/** A node of the tree while it is being edited. A leaf has an indicator, a branch has children. */
export interface DraftNode {
  /** stays the same while codes and places change */
  readonly key: string;
  readonly code: string;
  readonly kind: 'branch' | 'leaf';
  readonly name: LocalText;
  readonly weight: number | null;
  readonly indicator: string | undefined;
  readonly children: readonly DraftNode[];
}

let lastKey = 0;
const newKey = () => `node-${(lastKey += 1)}`;
const noName: LocalText = { zh: '', en: '' };

export const newBranch = (): DraftNode => ({
  key: newKey(),
  code: '',
  kind: 'branch',
  name: noName,
  weight: 1,
  indicator: undefined,
  children: [newLeaf()],
});
export const newLeaf = (): DraftNode => ({
  key: newKey(),
  code: '',
  kind: 'leaf',
  name: noName,
  weight: 1,
  indicator: undefined,
  children: [],
});

export const draftOf = (nodes: Scorecard['children']): DraftNode[] =>
  nodes.map(({ code, name = noName, weight, indicator, children }) => ({
    ...{ key: newKey(), code, name, weight, indicator },
    kind: children === undefined ? 'leaf' : 'branch',
    children: draftOf(children ?? []),
  }));

type Change = (node: DraftNode) => DraftNode | null;

/** The tree with one node changed, or taken out when `change` gives null. */
export const changeNode = (nodes: readonly DraftNode[], key: string, change: Change): DraftNode[] =>
  nodes.flatMap((node) => {
    if (node.key !== key) return [{ ...node, children: changeNode(node.children, key, change) }];
    const next = change(node);
    return next === null ? [] : [next];
  });

/** The tree with one node moved up or down among its siblings. */
export function moveNode(nodes: readonly DraftNode[], key: string, by: -1 | 1): DraftNode[] {
  const from = nodes.findIndex((node) => node.key === key);
  if (from === -1) return nodes.map((node) => ({ ...node, children: moveNode(node.children, key, by) }));
  const to = from + by;
  const [one, other] = [nodes[from], nodes[to]];
  if (one === undefined || other === undefined) return [...nodes];
  return nodes.map((node, index) => (index === from ? other : index === to ? one : node));
}

export type TreeFlaw = 'need-leaf' | 'need-names' | 'need-indicator' | 'twice';

/** What keeps a tree from being saved; the server checks again. */
export function flawsOf(nodes: readonly DraftNode[]): TreeFlaw[] {
  const all = everyNode(nodes);
  const branches = all.filter((node) => node.kind === 'branch');
  const leaves = all.filter((node) => node.kind === 'leaf');
  const indicators = leaves.map((leaf) => leaf.indicator);
  const found: readonly [TreeFlaw, boolean][] = [
    ['need-leaf', leaves.length === 0 || branches.some((branch) => branch.children.length === 0)],
    ['need-names', branches.some(({ name }) => name.zh.trim() === '' || name.en.trim() === '')],
    ['need-indicator', indicators.includes(undefined)],
    ['twice', new Set(indicators).size < indicators.length && !indicators.includes(undefined)],
  ];
  return found.flatMap(([flaw, holds]) => (holds ? [flaw] : []));
}

const everyNode = (nodes: readonly DraftNode[]): DraftNode[] => nodes.flatMap((node) => [node, ...everyNode(node.children)]);

/** The tree as the server takes it. Nodes that have no code yet get one that nobody else has. */
export function treeOf(nodes: readonly DraftNode[]): ScorecardNode[] {
  const taken = new Set(everyNode(nodes).flatMap(({ code }) => (code === '' ? [] : [code])));
  const codeFor = (node: DraftNode): string => {
    if (node.code !== '') return node.code;
    const wish = wishedCode(node);
    const code = taken.has(wish) ? `${wish}-${taken.size + 1}` : wish;
    taken.add(code);
    return code;
  };
  const build = (list: readonly DraftNode[]): ScorecardNode[] =>
    list.map((node) => {
      const base = { code: codeFor(node), weight: node.weight ?? 1 };
      if (node.kind === 'branch') return { ...base, name: node.name, children: build(node.children) };
      return { ...base, indicator: node.indicator, ...(node.name.zh === '' || node.name.en === '' ? {} : { name: node.name }) };
    });
  return build(nodes);
}

function wishedCode({ kind, name, indicator }: DraftNode): string {
  const text = kind === 'leaf' ? (indicator ?? '') : name.en;
  const plain = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return /^[a-z]/.test(plain) ? plain.slice(0, 50).replace(/-$/, '') : `node-${plain}`.replace(/-$/, '');
}
