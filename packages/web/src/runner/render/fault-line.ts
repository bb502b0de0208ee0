import { faultWords } from '../fault-words.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';

/** What is wrong at a field, below it. */
export function faultLine(view: View, field: string): Markup | null {
  const fault = view.faultAt(field);
  return fault === null
    ? null
    : html`<p class="fault" id="${view.id(`${field}-fault`)}" data-key="${field}-fault">■ ${faultWords(view, fault)}</p>`;
}
