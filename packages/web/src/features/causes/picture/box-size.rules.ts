import type { CauseNode } from '@zhiheng/contract/causes/cause-tree';
import { m } from '../../../paraglide/messages.js';
import { wrapText } from './wrap-text.rules.ts';

export const boxWidth = 196;
export const lineHeight = 18;
const padding = 22;
const charactersOfLine = 25;
const mostLines = 4;

/** What a box says, in its lines, and how high that makes it; the last line is kept for the state. */
export function sizeOf({ text }: CauseNode): { readonly lines: string[]; readonly height: number } {
  const lines = wrapText(text === '' ? m.causes_unnamed() : text, charactersOfLine, mostLines);
  return { lines, height: (lines.length + 1) * lineHeight + padding - 8 };
}
