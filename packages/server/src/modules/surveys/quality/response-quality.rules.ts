import { scaleFieldsOf, type ScaleField } from '@zhiheng/forms/fields';
import type { Form } from '@zhiheng/forms/definition';
import type { QualityFlag } from '@zhiheng/contract/surveys/quality-flag';

/** What is looked at: how an answer was given, and its numbers in the order of the form's scale fields. */
export interface Given {
  readonly scales: readonly (number | null)[];
  /** null when it is not known */
  readonly seconds: number | null;
  readonly pages: readonly number[];
  readonly pasted: number;
}

/** Fewer items than this say nothing about care. */
const fewestItems = 5;

/**
 * Flags that an answer earns by itself. None of them is a verdict.
 *
 * fast: faster than two seconds an item. Huang, Curran, Keeney, Poposki, DeShon (2012), Journal of Business and Psychology 27, 99–114.
 * long-string: the same number at least ten times in a row, and at least three quarters of a block of equal scales. Johnson (2005), Journal of Research
 * in Personality 39, 103–129; Curran (2016), Journal of Experimental Social Psychology 66, 4–19.
 * no-variance and improbable-variance: standard deviation within the person of a block of at least ten items, either nought (Dunn, Heggestad, Shanock,
 * Theilgard 2018, Journal of Business and Psychology 33, 105–121), or three quarters of the way from that of answers drawn evenly at random to the largest
 * there can be: a setting of ours, no norm.
 * regular-timing: at least five pages took the same time, to a twentieth. Pages of people vary; programs wait.
 * pasted: words were pasted. People do so rarely on a telephone, programs always.
 */
export function ownFlags(form: Form, given: Given): QualityFlag[] {
  const items = given.scales.filter((value) => value !== null).length;
  const places = blocksOf(form);
  const blocks = places.map((block) => block.map((at) => given.scales[at] ?? null).filter(isAnswer));
  const bounds = places.map(([first = 0]) => scaleFieldsOf(form)[first]);
  const flags: readonly (readonly [QualityFlag, boolean])[] = [
    ['fast', given.seconds !== null && isFast(given.seconds, items)],
    ['long-string', blocks.some(isLongString)],
    ['no-variance', blocks.some((block) => block.length >= longestRun && deviationOf(block) === 0)],
    ['improbable-variance', blocks.some((block, at) => isImprobable(block, bounds[at]))],
    ['regular-timing', isRegular(given.pages)],
    ['pasted', given.pasted > 0],
  ];
  return flags.flatMap(([flag, isEarned]) => (isEarned ? [flag] : []));
}

const isAnswer = (value: number | null): value is number => value !== null && value >= 0;

const secondsPerItem = 2;

const isFast = (seconds: number, items: number): boolean => items >= fewestItems && seconds < items * secondsPerItem;

const remembered = new WeakMap<Form, readonly (readonly number[])[]>();

/** Places of scale fields of one question and facet: what is answered on one scale in one go. */
function blocksOf(form: Form): readonly (readonly number[])[] {
  const known = remembered.get(form);
  if (known !== undefined) return known;
  const places = new Map<string, number[]>();
  for (const [at, { question, facet }] of scaleFieldsOf(form).entries()) {
    const name = `${question} ${facet ?? ''}`;
    places.set(name, [...(places.get(name) ?? []), at]);
  }
  const found = [...places.values()];
  remembered.set(form, found);
  return found;
}

const longestRun = 10;

function isLongString(block: readonly number[]): boolean {
  let longest = 0;
  let run = 0;
  for (const [at, value] of block.entries()) {
    run = at > 0 && value === block[at - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest >= longestRun && longest >= block.length * 0.75;
}

/** Standard deviation within the person. */
function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** k levels drawn evenly have a variance of (k² − 1)/12; at the most, half at each end, it is (k − 1)²/4. */
function isImprobable(block: readonly number[], scale: ScaleField | undefined): boolean {
  if (scale === undefined || block.length < longestRun) return false;
  const levels = scale.max - scale.min + 1;
  const even = Math.sqrt((levels ** 2 - 1) / 12);
  const most = (levels - 1) / 2;
  return deviationOf(block) > even + 0.75 * (most - even);
}

const fewestPages = 5;

function isRegular(pages: readonly number[]): boolean {
  if (pages.length < fewestPages) return false;
  const mean = pages.reduce((sum, value) => sum + value, 0) / pages.length;
  return mean > 0 && deviationOf(pages) < mean * 0.05;
}

/** Ten equal answers or more, of which not nearly all are the same number: two people do not agree so by chance. */
const fewestAlike = 10;
const fewestLevels = 3;

/**
 * A number for the whole vector of scale answers, by which equal ones are found; null where equal ones would mean nothing. Blasius, Thiessen (2012),
 * Assessing the Quality of Survey Data, Sage, chapter 4.
 */
export function vectorOf(scales: readonly (number | null)[]): number | null {
  const answers = scales.filter(isAnswer);
  if (answers.length < fewestAlike || new Set(answers).size < fewestLevels) return null;
  // FNV-1a, 32 bits: a stored number that does not depend on the machine.
  let hash = 0x811c9dc5;
  for (const value of scales) hash = Math.imul(hash ^ (value ?? 0xff), 0x01000193);
  return hash | 0;
}
