import { useQueryClient } from '@tanstack/react-query';
import type { CauseNode, CauseTree } from '@zhiheng/contract/causes/cause-tree';
import { getAnalysis, saveTree, type CauseAnalysis } from '@zhiheng/contract/causes/causes';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../../lib/call.ts';
import { analysisQuery } from './causes.query.ts';
import { moved, shifted, withChange, withNode, withoutNode } from './picture/tree-edits.rules.ts';
import { TreeStore } from './picture/tree-store.ts';

/** The tree that is being edited and what can be done with the node that is selected. */
export function useTreeEditor({ id, method, tree, version }: CauseAnalysis) {
  const client = useQueryClient();
  const [store] = useState(() => {
    const send = async (draft: CauseTree, from: number) => {
      const saved = await call(saveTree, { params: { id }, body: { version: from, tree: [...draft] } });
      client.setQueryData(analysisQuery(id).queryKey, saved);
      return saved;
    };
    return new TreeStore({ method, tree, version }, send);
  });
  const view = useSyncExternalStore(store.subscribe, store.view);
  const [selected, setSelected] = useState('problem');
  const [editing, setEditing] = useState<string | null>(null);
  // Whoever leaves the page loses nothing.
  useEffect(() => () => void store.flush(), [store]);
  const node = view.tree.find((one) => one.id === selected) ?? view.tree[0];
  const theirs = () => call(getAnalysis, { params: { id } });
  return {
    ...{ ...view, node, selected: node?.id ?? '', editing, select: setSelected, edit: setEditing },
    ...{ undo: store.undo, redo: store.redo },
    change: (of: string, change: Partial<CauseNode>) => store.change(withChange(view.tree, of, change)),
    written: (of: string, text: string | null) => {
      setEditing(null);
      if (text !== null) store.change(withChange(view.tree, of, { text: text.trim() }));
    },
    add: (parentId: string, kind: CauseNode['kind'] = null) => {
      const added = crypto.randomUUID();
      store.change(withNode(view.tree, { id: added, parentId, kind }));
      setSelected(added);
      setEditing(added);
    },
    remove: (of: string) => {
      setSelected(view.tree.find((one) => one.id === of)?.parentId ?? 'problem');
      store.change(withoutNode(view.tree, of));
    },
    move: (of: string, onto: string) => store.change(moved(view.tree, of, onto)),
    shift: (of: string, by: -1 | 1) => store.change(shifted(view.tree, of, by)),
    keepMine: async () => store.keepMine((await theirs()).version),
    takeTheirs: async () => store.takeTheirs(await theirs()),
  };
}
export type TreeEditor = ReturnType<typeof useTreeEditor>;
