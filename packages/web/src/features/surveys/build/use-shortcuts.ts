import { useEffect } from 'react';
import { duplicateQuestion, moveQuestion, questionKeys, stepSpot } from '../draft/form-edits.ts';
import type { Builder } from './builder-context.ts';

interface Shortcuts {
  readonly builder: Builder;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Undo and redo anywhere on the page; Alt with an arrow moves the chosen question, Alt with D duplicates it, Alt with J and K walks. */
export function useShortcuts({ builder, undo, redo }: Shortcuts): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (builder.readOnly) return;
      const act = actionOf(event, { builder, undo, redo });
      if (act === null) return;
      event.preventDefault();
      act();
    };
    globalThis.addEventListener('keydown', press);
    return () => globalThis.removeEventListener('keydown', press);
  });
}

function actionOf(event: KeyboardEvent, { builder, undo, redo }: Shortcuts): (() => void) | null {
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (key === 'z') return event.shiftKey ? redo : undo;
    return key === 'y' ? redo : null;
  }
  if (!event.altKey || event.ctrlKey || event.metaKey) return null;
  // With Alt some keyboards write another letter: the place of the key tells.
  return questionAction(event.code, builder);
}

function questionAction(code: string, builder: Builder): (() => void) | null {
  const [kind, question = ''] = builder.part.split(':');
  if (kind !== 'question') return null;
  const walk = (by: -1 | 1) => () => {
    const keys = questionKeys(builder.form);
    const next = keys[keys.indexOf(question) + by];
    if (next !== undefined) builder.open(`question:${next}`);
  };
  const move = (by: -1 | 1) => () => {
    const spot = stepSpot(builder.form, question, by);
    if (spot !== null) builder.change(moveQuestion(builder.form, question, spot));
  };
  const duplicate = () => {
    const copy = duplicateQuestion(builder.form, question);
    builder.change(copy.form);
    builder.open(`question:${copy.key}`);
  };
  const actions: Readonly<Record<string, () => void>> = {
    ...{ ArrowUp: move(-1), ArrowDown: move(1), KeyD: duplicate, KeyK: walk(-1), KeyJ: walk(1) },
  };
  return actions[code] ?? null;
}
