import { expect, test, vi } from 'vitest';
import type { CauseNode } from '@zhiheng/contract/causes/cause-tree';
import { TreeStore } from './tree-store.ts';
import { withNode } from './tree-edits.rules.ts';

const root: CauseNode = { id: 'top', parentId: null, text: 'x', kind: null, gate: null, event: null, probability: null };

test('changes are saved once they rest, taken back and done again', async () => {
  const send = vi.fn((_tree: unknown, version: number) => Promise.resolve({ version: version + 1 }));
  const store = new TreeStore({ method: 'five-whys', tree: [root], version: 4 }, send);
  store.change(withNode([root], { id: 'a', parentId: 'top' }));
  store.change(withNode(store.view().tree, { id: 'b', parentId: 'a' }));
  await store.flush();
  expect(send).toHaveBeenCalledTimes(1);
  expect(send.mock.calls[0]?.[1]).toBe(4);
  store.undo();
  expect([store.view().tree.length, store.view().canRedo]).toEqual([2, true]);
  store.redo();
  expect([store.view().tree.length, store.view().canRedo]).toEqual([3, false]);
  store.undo();
  store.undo();
  store.undo();
  expect([store.view().tree, store.view().canUndo]).toEqual([[root], false]);
  await store.flush();
  expect(send.mock.calls.at(-1)).toEqual([[root], 5]);
});
