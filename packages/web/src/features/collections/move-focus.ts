import type { KeyboardEvent } from 'react';

type Step = readonly [rows: number, columns: number];

const steps: Readonly<Record<string, Step>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Arrows and Enter move between the fields of the grid, as in a spreadsheet; Left and Right only from the end of the text. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || belongsElsewhere(event)) return;
  const step = event.key === 'Enter' ? ([event.shiftKey ? -1 : 1, 0] as const) : steps[event.key];
  if (step === undefined || (step[1] !== 0 && !isAtEdge(field, step[1]))) return;
  const next = step[1] === 0 ? below(event.currentTarget, field, step[0]) : beside(event.currentTarget, field, step[1]);
  event.preventDefault();
  next?.focus();
}

/** While a Chinese word is being composed, Enter and arrows belong to the input method; with a modifier, to the browser. */
const belongsElsewhere = ({ nativeEvent, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  [nativeEvent.isComposing, ctrlKey, metaKey, altKey].includes(true);

function isAtEdge({ selectionStart, selectionEnd, value }: HTMLInputElement, direction: number): boolean {
  const all = selectionStart === 0 && selectionEnd === value.length;
  return all || (selectionStart === selectionEnd && selectionStart === (direction < 0 ? 0 : value.length));
}

function below(grid: HTMLElement, { dataset }: HTMLInputElement, rows: number): HTMLInputElement | null {
  const place = `[data-row="${Number(dataset['row']) + rows}"][data-column="${dataset['column']}"]`;
  return grid.querySelector(`${place}[data-part="${dataset['part']}"]`) ?? grid.querySelector(place);
}

function beside(grid: HTMLElement, field: HTMLInputElement, direction: number): HTMLInputElement | undefined {
  const inRow = [...grid.querySelectorAll<HTMLInputElement>(`[data-row="${field.dataset['row']}"]`)];
  return inRow[inRow.indexOf(field) + direction];
}
