import type { Condition, Form, Page, Question } from '../definition/index.ts';
import type { Field } from '../fields/index.ts';
import { indexOf, type FormIndex } from '../fields/fields-of.ts';
import { answerAt, type Answer, type Answers, type Given } from './answers.ts';
import { holds, type Look } from './holds.ts';

/** A question as it is shown: which of its rows and options. */
export interface ShownQuestion {
  readonly key: string;
  readonly rows: readonly string[];
  readonly options: readonly string[];
}

/** A page with at least one question to show. */
export interface ShownPage {
  readonly key: string;
  readonly questions: readonly ShownQuestion[];
}

/** What is shown of a form to somebody who has answered so far. */
export interface Shown {
  readonly pages: readonly ShownPage[];
  /** keys of the fields that may be answered */
  readonly fields: ReadonlySet<string>;
  /** the answers that count: of fields and options that are shown, blanks left out */
  readonly answers: Answers;
  /** key of the screening ending that came to hold; null when none did */
  readonly screenedOut: string | null;
}

/** A walk through the form in the order of its questions. */
interface Walk {
  readonly form: Form;
  readonly index: FormIndex;
  readonly answers: Answers;
  readonly look: Look;
  /** what is known of the fields already passed */
  readonly passed: Map<string, Answer | null>;
  readonly shown: Set<string>;
}

/**
 * What is shown of a form, in one walk from its first question to its last: a condition sees only what stands before it, and what is hidden
 * counts as not answered. A page without a question to show is left out. Once a screening ending holds after a page, nothing behind that page
 * is shown; an ending that depends on questions still to come waits for them. Answers need not be checked: what does not fit is not found by
 * any condition.
 * @example
 * const survey = { given: [], endings: [], pages: [{ key: 'p', questions: [{ key: 'again', type: 'nps' }, { key: 'why', type: 'text', when: { op: 'le', field: 'again', value: 6 } }] }] };
 * visible(survey, { again: 3 }, {}).pages // [{ key: 'p', questions: [{ key: 'again', rows: [], options: [] }, { key: 'why' }] }]
 * visible(survey, { again: 9, why: 'late' }, {}) // { pages: [{ key: 'p', questions: [{ key: 'again' }] }], answers: { again: 9 }, screenedOut: null }
 */
export function visible(form: Form, answers: Answers, given: Given): Shown {
  const walk = startWalk(form, answers, given);
  const pages: ShownPage[] = [];
  let screenedOut: string | null = null;
  for (const page of form.pages) {
    const questions = walkPage(walk, page);
    if (questions.length > 0) pages.push({ key: page.key, questions });
    screenedOut = screeningEnding(walk);
    if (screenedOut !== null) break;
  }
  return { pages, fields: walk.shown, answers: answered(walk.passed), screenedOut };
}

function startWalk(form: Form, answers: Answers, given: Given): Walk {
  const index = indexOf(form);
  const passed = new Map<string, Answer | null>();
  const look: Look = (key) => (index.field.has(key) ? passed.get(key) : answerAt(given, key));
  return { form, index, answers, look, passed, shown: new Set() };
}

function walkPage(walk: Walk, page: Page): readonly ShownQuestion[] {
  const isOpen = isShown(page, walk.look);
  const questions: ShownQuestion[] = [];
  for (const question of page.questions) {
    const shown = isOpen && isShown(question, walk.look) ? shownQuestion(question, walk.look) : null;
    for (const field of walk.index.ofQuestion.get(question.key) ?? []) passField(walk, field, shown);
    if (shown !== null) questions.push(shown);
  }
  return questions;
}

const isShown = ({ when }: { readonly when?: Condition | undefined }, look: Look): boolean =>
  when === undefined || holds(when, look) === true;

function shownQuestion(question: Question, look: Look): ShownQuestion {
  const shownOf = (parts: readonly { readonly key: string; readonly when?: Condition | undefined }[]): readonly string[] =>
    parts.filter((part) => isShown(part, look)).map((part) => part.key);
  return {
    key: question.key,
    rows: 'rows' in question ? shownOf(question.rows) : [],
    options: 'options' in question ? shownOf(question.options) : [],
  };
}

function passField(walk: Walk, field: Field, question: ShownQuestion | null): void {
  const isOpen = question !== null && isOpenField(walk, field, question);
  if (isOpen) walk.shown.add(field.key);
  walk.passed.set(field.key, isOpen ? withoutHidden(answerAt(walk.answers, field.key), field, question) : null);
}

/** A row must be shown; at an option may write who has chosen it. */
function isOpenField({ passed }: Walk, field: Field, { key, rows }: ShownQuestion): boolean {
  if (field.kind !== 'text' || field.option === null) return field.row === null || rows.includes(field.row);
  const chosen = passed.get(key);
  return typeof chosen === 'object' ? chosen !== null && chosen.includes(field.option) : chosen === field.option;
}

function withoutHidden(answer: Answer | null, field: Field, { options }: ShownQuestion): Answer | null {
  if (answer === null || !('options' in field) || options.length === field.options.length) return answer;
  if (typeof answer !== 'object') return options.includes(String(answer)) ? answer : null;
  const left = answer.filter((option) => options.includes(option));
  return left.length === 0 ? null : left;
}

function screeningEnding({ form, look }: Walk): string | null {
  const ending = form.endings.find(({ screens, when }) => screens && when !== undefined && holds(when, look) === true);
  return ending?.key ?? null;
}

function answered(passed: ReadonlyMap<string, Answer | null>): Answers {
  const answers: Record<string, Answer> = {};
  for (const [field, answer] of passed) if (answer !== null) answers[field] = answer;
  return answers;
}
