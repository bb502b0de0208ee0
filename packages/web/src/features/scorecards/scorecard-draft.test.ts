import { scorecardNode, type ScorecardNode } from '@zhiheng/contract/evaluation/scores';
import { describe, expect, it } from 'vitest';
import { changeNode, draftOf, flawsOf, moveNode, newBranch, newLeaf, treeOf } from './scorecard-draft.ts';

const tree: ScorecardNode[] = [
  {
    code: 'safety',
    name: { zh: '安全', en: 'Safety' },
    weight: 20,
    children: [{ code: 'uptime', weight: 1, indicator: 'system_availability' }],
  },
  {
    code: 'speed',
    name: { zh: '响应', en: 'Speed' },
    weight: 80,
    children: [{ code: 'first', weight: 2, indicator: 'first_response_time' }],
  },
];

describe('a scorecard while it is edited', () => {
  it('comes back unchanged', () => {
    expect(treeOf(draftOf(tree))).toEqual(tree);
    expect(flawsOf(draftOf(tree))).toEqual([]);
  });
  it('moves, changes and removes nodes anywhere', () => {
    const draft = draftOf(tree);
    const [safetyKey = '', speedKey = ''] = draft.map(({ key }) => key);
    const [leaf = ''] = draft.slice(1).flatMap(({ children }) => children.map(({ key }) => key));
    expect(treeOf(moveNode(draft, speedKey, -1)).map(({ code }) => code)).toEqual(['speed', 'safety']);
    expect(treeOf(moveNode(draft, safetyKey, -1)).map(({ code }) => code)).toEqual(['safety', 'speed']);
    expect(treeOf(changeNode(draft, leaf, (node) => ({ ...node, weight: 9 })))).toMatchObject([{}, { children: [{ weight: 9 }] }]);
    expect(flawsOf(changeNode(draft, leaf, () => null))).toEqual(['need-leaf']);
  });
  it('names what keeps it from being saved', () => {
    expect(flawsOf([])).toEqual(['need-leaf']);
    expect(flawsOf([newBranch()])).toEqual(['need-names', 'need-indicator']);
    const twice = [...draftOf(tree), { ...newLeaf(), indicator: 'system_availability' }];
    expect(flawsOf(twice)).toEqual(['twice']);
  });
  it('gives new nodes codes that fit and that nobody has', () => {
    const branch = { ...newBranch(), name: { zh: '速度', en: 'Speed' }, children: [{ ...newLeaf(), indicator: 'reopen_rate' }] };
    const built = treeOf([...draftOf(tree), branch]);
    const codes = built.flatMap((node) => [node.code, ...(node.children ?? []).map((child) => child.code)]);
    expect(new Set(codes).size).toBe(codes.length);
    for (const node of built) expect(scorecardNode.safeParse(node).success).toBe(true);
  });
});
