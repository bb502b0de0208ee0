/* eslint-disable max-params -- form, answers, given: in this order throughout the topic, and then how far along they are */
import type { Form } from '../definition/index.ts';
import { answerAt, type Answers, type Given } from './answers.ts';
import { rulesOf } from './answer-rules.ts';
import { owed } from './owed.ts';
import { fault, type ValueFault } from './value-fault.ts';
import { visible, type Shown } from './visible.ts';

/** What is wrong at a field; at the key of a question when its fields are wrong together. */
export interface AnswerFault extends ValueFault {
  readonly field: string;
}

/** How far along the answers are. */
interface Progress {
  /** nothing more will come */
  readonly complete: boolean;
}

/**
 * What keeps answers from being stored; nothing when they are right. Takes whatever JSON can hold and never throws. A draft
 * (`complete: false`) may lack answers, but what it holds must fit and must be shown: `visible(…).answers` leaves out what is not.
 *
 * Codes: `not-answers` (no record; field is empty), `unknown-field`, `hidden`, `hidden-option`, `required`; of choices `unknown-option`,
 * `not-a-list`, `twice`, `too-many` (most), `too-few` (least), `alone` (option), `not-all-ranked`; of numbers `not-whole`, `out-of-scale`
 * (min, max), `not-applicable-refused`, `not-a-number`, `too-small` (min), `too-large` (max), `too-many-decimals` (decimals), `sum` (total,
 * is); of words `not-text`, `too-long` (most), `not-an-email`, `not-a-phone`, `not-a-url`; of days `not-a-date`, `too-early` (from),
 * `too-late` (until); of files `not-a-file`.
 * @example
 * const survey = { given: [], endings: [], pages: [{ key: 'p', questions: [{ key: 'again', type: 'nps', required: true }] }] };
 * check(survey, { again: 77 }, {}, { complete: false }) // [{ field: 'again', code: 'out-of-scale', params: { min: 0, max: 10 } }]
 * check(survey, {}, {}, { complete: true }) // [{ field: 'again', code: 'required', params: {} }]
 * check(survey, { again: 7 }, {}, { complete: true }) // []
 */
export function check(form: Form, answers: unknown, given: Given, { complete }: Progress): readonly AnswerFault[] {
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return [{ field: '', ...fault('not-answers') }];
  const faults = valueFaults(form, answers);
  const sound = faults.length === 0 ? (answers as Answers) : withoutFaults(answers, faults);
  const shown = visible(form, sound, given);
  for (const field of Object.keys(sound)) {
    const code = hiddenCode(field, sound, shown);
    if (code !== null) faults.push({ field, ...fault(code) });
  }
  // A wrong answer is not missing as well.
  const reported = new Set(faults.map(({ field }) => field));
  return complete ? [...faults, ...owed(form, shown).filter(({ field }) => !reported.has(field))] : faults;
}

/** A key of the sender's is repeated to them only as far as a field's name can go. */
const longestField = 90;

function valueFaults(form: Form, answers: object): AnswerFault[] {
  const rules = rulesOf(form);
  const faults: AnswerFault[] = [];
  for (const [field, value] of Object.entries(answers)) {
    const rule = rules.get(field);
    const wrong = rule === undefined ? fault('unknown-field') : rule(value);
    if (wrong !== null) faults.push({ field: field.slice(0, longestField), ...wrong });
  }
  return faults;
}

/** What is left can be read as answers. A key too long for a field is none. */
function withoutFaults(answers: object, faults: readonly AnswerFault[]): Answers {
  const wrong = new Set(faults.map(({ field }) => field));
  return Object.fromEntries(Object.entries(answers).filter(([field]) => field.length <= longestField && !wrong.has(field)));
}

function hiddenCode(field: string, sound: Answers, shown: Shown): 'hidden' | 'hidden-option' | null {
  const answer = answerAt(sound, field);
  if (answer === null) return null;
  if (!shown.fields.has(field)) return 'hidden';
  if (typeof answer === 'number') return null;
  const counted = answerAt(shown.answers, field);
  const isLess = counted === null || (typeof answer === 'object' && typeof counted === 'object' && counted.length < answer.length);
  return isLess ? 'hidden-option' : null;
}
