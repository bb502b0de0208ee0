import type { ScoreNode } from '@zhiheng/contract/evaluation/scores';
import { expect, it } from 'vitest';
import { branchesOf, flatTree } from './flat-tree.ts';

const node = (code: string, weight: number, children: ScoreNode[] = []): ScoreNode => ({
  ...{ code, weight, children, name: { zh: code, en: code } },
  ...{ coverage: 1, score: 80, grade: 'good', previous: null },
});
const root = node('root', 1, [node('a', 60, [node('a1', 1), node('a2', 3)]), node('b', 40, [node('b1', 5)])]);

it('gives every node its share of the whole', () => {
  const rows = flatTree(root, new Set()).map(({ node: { code }, depth, share }) => [code, depth, Number(share.toFixed(9))]);
  expect(rows).toEqual([
    ['a', 0, 0.6],
    ['a1', 1, 0.15],
    ['a2', 1, 0.45],
    ['b', 0, 0.4],
    ['b1', 1, 0.4],
  ]);
});
it('leaves out what is folded away', () => expect(flatTree(root, new Set(['a'])).map((row) => row.node.code)).toEqual(['a', 'b', 'b1']));
it('knows the branches', () => expect(branchesOf(root)).toEqual(['a', 'b']));
