import { actionState } from '@zhiheng/contract/improvement/project-kind';
import type { UniqueIdentifier } from '@dnd-kit/core';

interface Coordinates {
  readonly x: number;
  readonly y: number;
}

interface Place {
  readonly at: Coordinates;
  readonly over: UniqueIdentifier | undefined;
  readonly columns: ReadonlyMap<UniqueIdentifier, { readonly left: number; readonly top: number }>;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Where an action goes when an arrow key is pressed: into the next column of the board, whichever way the columns lie. */
export function columnBeside(code: string, { at, over, columns }: Place): Coordinates | undefined {
  const step = steps[code];
  if (step === undefined) return undefined;
  const here = actionState.options.findIndex((state) => state === over);
  const to = actionState.options[here + step];
  const rect = to === undefined ? undefined : columns.get(to);
  return rect === undefined ? at : { x: rect.left + 8, y: rect.top + 40 };
}
