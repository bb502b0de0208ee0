import type { FieldQuote } from '@zhiheng/contract/fieldwork/codes';

type Placed = Pick<FieldQuote, 'id' | 'start' | 'end' | 'text'>;

export interface Passage {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of the notes, and how many quotes lie over it. */
export interface Stretch {
  readonly text: string;
  readonly quotes: readonly string[];
}

/** Where a quote stands while its notes are being written: its words nearest to where they were; null when they are gone. */
export function passageOf(notes: string, { id, start, end, text }: Placed): Passage | null {
  if (notes.slice(start, end) === text) return { id, start, end };
  const before = notes.lastIndexOf(text, start);
  const after = notes.indexOf(text, start);
  const found = [before, after].filter((at) => at >= 0).sort((one, other) => Math.abs(one - start) - Math.abs(other - start))[0];
  return found === undefined ? null : { id, start: found, end: found + text.length };
}

/** The notes cut where a quote begins or ends, in their order. */
export function stretchesOf(notes: string, passages: readonly Passage[]): readonly Stretch[] {
  const cuts = [...new Set([0, notes.length, ...passages.flatMap(({ start, end }) => [start, end])])].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, at) => ({
    text: notes.slice(from, cuts[at + 1]),
    quotes: passages.filter(({ start, end }) => start <= from && end > from).map(({ id }) => id),
  }));
}
