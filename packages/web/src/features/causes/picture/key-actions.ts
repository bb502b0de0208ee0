import type { KeyboardEvent } from 'react';
import type { TreeEditor } from '../use-tree-editor.ts';

type Act = (() => void) | null;

/** What a key does in the picture; null: nothing. Whoever may only read moves about and changes nothing. */
export function keyAction(event: KeyboardEvent, editor: TreeEditor, editable: boolean): Act {
  const walk = walkAction(event, editor);
  if (walk !== null || !editable) return walk;
  if (event.ctrlKey || event.metaKey) return undoAction(event.key.toLowerCase(), event.shiftKey, editor);
  if (editor.node === undefined) return null;
  return event.altKey ? shiftAction(event.key, editor, editor.node.id) : editAction(event.key, editor, editor.node.id);
}

function editAction(key: string, { edit, add, remove }: TreeEditor, id: string): Act {
  switch (key) {
    case 'Enter':
    case 'F2':
      return () => edit(id);
    case 'Insert':
    case '+':
      return () => add(id);
    case 'Delete':
      return () => remove(id);
    default:
      return null;
  }
}

function undoAction(key: string, shift: boolean, { undo, redo }: TreeEditor): Act {
  if (key === 'z') return shift ? redo : undo;
  return key === 'y' ? redo : null;
}

function shiftAction(key: string, { shift }: TreeEditor, id: string): Act {
  if (key === 'ArrowUp') return () => shift(id, -1);
  return key === 'ArrowDown' ? () => shift(id, 1) : null;
}

function walkAction({ key, altKey }: KeyboardEvent, { tree, node, select }: TreeEditor): Act {
  if (altKey || node === undefined) return null;
  const siblings = tree.filter(({ parentId }) => parentId === node.parentId);
  const at = siblings.indexOf(node);
  const to = {
    ArrowUp: siblings[at - 1]?.id,
    ArrowDown: siblings[at + 1]?.id,
    ArrowLeft: node.parentId ?? undefined,
    ArrowRight: tree.find(({ parentId }) => parentId === node.id)?.id,
    Home: tree.find(({ parentId }) => parentId === null)?.id,
  }[key];
  return to === undefined ? null : () => select(to);
}
