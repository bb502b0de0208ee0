import { expect, test } from 'vitest';
import { treeFlaws, type CauseNode } from '@zhiheng/contract/causes/cause-tree';
import { minimalCutSets, topProbability } from '@zhiheng/stats/fault-tree';
import { faultTreeOf } from '../fault-tree-of.rules.ts';
import { layOut, type Box, type Layout } from './layout.ts';
import { fitted, moved, shifted, withChange, withNode, withoutNode } from './tree-edits.rules.ts';
import { wrapText } from './wrap-text.rules.ts';

const node = (id: string, parentId: string | null, rest: Partial<CauseNode> = {}): CauseNode => ({
  ...{ id, parentId, text: id, kind: null, gate: null, event: null, probability: null },
  ...rest,
});
const tree = [node('top', null), node('a', 'top'), node('b', 'top'), node('c', 'a')];
const ids = (nodes: readonly CauseNode[]) => nodes.map(({ id, parentId }) => `${parentId ?? ''}>${id}`);

test('a cause is added, removed with what hangs on it, moved, and never below itself', () => {
  expect(ids(withNode(tree, { id: 'd', parentId: 'b' }))).toEqual(['>top', 'top>a', 'top>b', 'a>c', 'b>d']);
  expect(ids(withoutNode(tree, 'a'))).toEqual(['>top', 'top>b']);
  expect(ids(withoutNode(tree, 'top'))).toEqual(ids(tree));
  expect(ids(moved(tree, 'c', 'b'))).toEqual(['>top', 'top>a', 'top>b', 'b>c']);
  expect(ids(moved(tree, 'a', 'c'))).toEqual(ids(tree));
  expect(ids(shifted(tree, 'b', -1))).toEqual(['>top', 'top>b', 'top>a', 'a>c']);
  expect(ids(shifted(tree, 'a', -1))).toEqual(ids(tree));
});

test.each(['five-whys', 'fishbone', 'fault-tree'] as const)('%s: whatever is done to the tree, the server takes it', (method) => {
  const steps = [
    tree,
    withChange(tree, 'c', { event: 'E', probability: 0.2 }),
    withNode(withChange(tree, 'c', { event: 'E', probability: 0.2 }), { id: 'd', parentId: 'c' }),
    moved(tree, 'c', 'top'),
    withoutNode(tree, 'c'),
  ];
  for (const step of steps) expect(treeFlaws(method, fitted(method, step))).toEqual([]);
});

test('boxes of every picture lie inside it and do not lie over one another', () => {
  for (const method of ['five-whys', 'fishbone', 'fault-tree'] as const) {
    const picture = layOut(method, fitted(method, [...tree, node('e', 'a'), node('f', 'b', { text: '很长的一个原因'.repeat(12) })]));
    const { boxes } = picture;
    expect(boxes).toHaveLength(6);
    for (const one of boxes) {
      expect(liesInside(one, picture)).toBe(true);
      expect(boxes.filter((other) => other !== one && overlap(one, other))).toEqual([]);
    }
  }
});

test('a drawn fault tree: leaves of one event are one, and the probability is exact', () => {
  const drawn = faultTreeOf([
    node('top', null, { gate: 'or' }),
    node('g1', 'top', { gate: 'and' }),
    node('g2', 'top', { gate: 'and' }),
    node('x1', 'g1', { event: 'X', probability: 0.5 }),
    node('y', 'g1', { probability: 0.5 }),
    node('x2', 'g2', { event: 'X', probability: 0.5 }),
    node('z', 'g2', { probability: 0.5 }),
  ]);
  if (drawn === null) throw new Error('a tree was expected');
  const found = minimalCutSets(drawn.tree);
  if (found.kind !== 'cut-sets') throw new Error('sets were expected');
  expect([found.sets.length, drawn.missing, topProbability(found.sets, drawn.probabilities)]).toEqual([2, [], 0.375]);
  expect(faultTreeOf([node('top', null)])).toBeNull();
});

test('lines break between words and between Chinese characters, and the last says that more follows', () => {
  expect(wrapText('The queue is too long', 14, 3)).toEqual(['The queue is', 'too long']);
  expect(wrapText('自动派单规则按楼号判断', 10, 3)).toEqual(['自动派单规', '则按楼号判', '断']);
  expect(wrapText('自动派单规则按楼号判断', 10, 2)).toEqual(['自动派单规', '则按楼号判…']);
  expect(wrapText('', 10, 2)).toEqual([]);
});

function liesInside({ x, y, ...box }: Box, { width, height }: Layout): boolean {
  return x >= 0 && y >= 0 && x + box.width <= width && y + box.height <= height;
}

function overlap(one: Box, other: Box): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}
