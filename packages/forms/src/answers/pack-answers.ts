import type { Form } from '../definition/index.ts';
import { scaleFieldsOf } from '../fields/index.ts';
import { notApplicable, type Answer, type Answers } from './answers.ts';

/** Answers as they are stored. */
export interface PackedAnswers {
  /** in the order of `scaleFieldsOf`: null is not answered, −1 is not applicable */
  readonly scales: readonly (number | null)[];
  /** everything else, by field */
  readonly rest: Answers;
}

const packedNotApplicable = -1;

/**
 * Checked answers as they are stored: small integers for the scales, the rest as it is. Throws RangeError for a scale answer that `check`
 * refuses.
 * @example packAnswers({ pages: [{ questions: [{ key: 'again', type: 'nps' }, { key: 'why', type: 'text' }] }] }, { again: 9, why: 'fast' }) // { scales: [9], rest: { why: 'fast' } }
 */
export function packAnswers(form: Form, answers: Answers): PackedAnswers {
  const fields = scaleFieldsOf(form);
  const scales = fields.map(({ key }) => (Object.hasOwn(answers, key) ? packedScale(key, answers[key]) : null));
  const packed = new Set(fields.map(({ key }) => key));
  return { scales, rest: Object.fromEntries(Object.entries(answers).filter(([key]) => !packed.has(key))) };
}

/**
 * The answers that `packAnswers` made small. Throws RangeError when they were packed by another form.
 * @example unpackAnswers({ pages: [{ questions: [{ key: 'again', type: 'nps' }, { key: 'why', type: 'text' }] }] }, { scales: [9], rest: { why: 'fast' } }) // { again: 9, why: 'fast' }
 */
export function unpackAnswers(form: Form, { scales, rest }: PackedAnswers): Answers {
  const fields = scaleFieldsOf(form);
  if (scales.length !== fields.length) throw new RangeError(`${fields.length} scale answers are needed, found ${scales.length}`);
  const answers: Record<string, Answer> = { ...rest };
  for (const [at, { key }] of fields.entries()) {
    const scale = scales[at]!;
    if (scale !== null) answers[key] = scale === packedNotApplicable ? notApplicable : scale;
  }
  return answers;
}

function packedScale(key: string, answer: Answer | undefined): number {
  if (answer === notApplicable) return packedNotApplicable;
  if (typeof answer !== 'number' || !Number.isInteger(answer) || answer < 0)
    throw new RangeError(`the answer to ${key} was not checked: ${String(answer)}`);
  return answer;
}
