import type { Coefficient } from '@zhiheng/contract/fieldwork/agreement';
import { cohenKappa } from '@zhiheng/stats/agreement';
import { sentencesOf } from '@zhiheng/text/segmentation';

/** A stretch of notes, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What two coders made of the same sentences with one code. */
interface CodeTable {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number;
}

/** Fewer sentences say nothing about coders. */
const fewestSentences = 5;

/**
 * Where the sentences of notes stand.
 * @example sentenceStretches('Hello. You there?') // [{ start: 0, end: 5 }, { start: 7, end: 16 }]
 */
export function sentenceStretches(notes: string): Stretch[] {
  let from = 0;
  return sentencesOf(notes).map((sentence) => {
    const start = notes.indexOf(sentence, from);
    from = start + sentence.length;
    return { start, end: from };
  });
}

const touches = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;

/**
 * Counts sentences by whether each of two coders gave them a code. A sentence has it when a quote with it touches the sentence.
 * @example codeTable([{ start: 0, end: 5 }], [{ start: 2, end: 9 }], []) // { both: 0, firstOnly: 1, secondOnly: 0, neither: 0 }
 */
export function codeTable(sentences: readonly Stretch[], first: readonly Stretch[], second: readonly Stretch[]): CodeTable {
  const marks = sentences.map((sentence) => [
    first.some((quote) => touches(quote, sentence)),
    second.some((quote) => touches(quote, sentence)),
  ]);
  const count = (a: boolean, b: boolean): number => marks.filter(([one, other]) => one === a && other === b).length;
  return { both: count(true, true), firstOnly: count(true, false), secondOnly: count(false, true), neither: count(false, false) };
}

/** Tables of several sessions together. */
export const addTables = (a: CodeTable, b: CodeTable): CodeTable => ({
  both: a.both + b.both,
  firstOnly: a.firstOnly + b.firstOnly,
  secondOnly: a.secondOnly + b.secondOnly,
  neither: a.neither + b.neither,
});

export const noSentences: CodeTable = { both: 0, firstOnly: 0, secondOnly: 0, neither: 0 };

/** Share of sentences that both coded alike, and how far that is beyond chance. */
export function codersAgree({ both, firstOnly, secondOnly, neither }: CodeTable): {
  readonly equal: number | null;
  readonly kappa: Coefficient;
} {
  const n = both + firstOnly + secondOnly + neither;
  const equal = n === 0 ? null : (both + neither) / n;
  if (n < fewestSentences) return { equal, kappa: { state: 'insufficient', needed: fewestSentences } };
  const found = cohenKappa([
    [both, firstOnly],
    [secondOnly, neither],
  ]);
  if (found.kind !== 'cohen-kappa') return { equal, kappa: { state: 'undetermined' } };
  const [low, high] = found.interval;
  return { equal, kappa: { state: 'known', kind: 'kappa', value: found.kappa, low, high } };
}
