import type { KeyboardEvent } from 'react';
import type { TreeEditor } from '../use-tree-editor.ts';

type Act = (() => void) | null;

/** What a key does in the picture; null: nothing. Whoever may only read moves about and changes nothing. */
export function keyAction(event: KeyboardEvent, editor: TreeEditor, editable: boolean): Act {
  const walk = walkAction(event, editor);
  if (walk !== null || !editable) return walk;
  if (event.ctrlKey || event.metaKey) return undoAction(event.key.toLowerCase(), event.shiftKey, editor);
  const { node } = editor;
  if (node === undefined) return null;
  switch (event.key) {
    case 'Enter':
    case 'F2':
      return () => editor.edit(node.id);
    case 'Insert':
    case '+':
      return () => editor.add(node.id);
    case 'Delete':
      return () => editor.remove(node.id);
    default:
      return event.altKey ? shiftAction(event.key, editor, node.id) : null;
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
