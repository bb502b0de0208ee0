import type { Form, FormText, Question, QuestionOf } from '@zhiheng/forms/definition';
import { pipe, visible, type Answer, type Shown, type ShownPage, type ShownQuestion } from '@zhiheng/forms/answers';
import type { RunnerFault, RunnerState } from './runner-state.ts';
import { shuffledBut } from './shuffled.ts';

/** Language of the interface. Forms may speak more languages than it does. */
export interface Speech {
  readonly locale: 'zh' | 'en';
}
export const speechOf = (language: string): Speech => ({ locale: language.startsWith('zh') ? 'zh' : 'en' });

/** A state with what follows from it, as the renderers read it. */
export interface View {
  readonly state: RunnerState;
  readonly form: Form;
  readonly shown: Shown;
  /** the page on the screen; null where a form has nothing to ask */
  readonly page: ShownPage | null;
  readonly pageAt: number;
  readonly heading: 'h1' | 'h2';
  readonly speech: Speech;
  /** words of the form in its language, with what was answered filled in */
  readonly text: (words: FormText) => string;
  readonly id: (name: string) => string;
  readonly answer: (field: string) => Answer | null;
  readonly number: (question: string) => number | null;
  readonly faultAt: (field: string) => RunnerFault | null;
}

export function viewOf(state: RunnerState): View {
  const { form, given } = state.run;
  const shown = visible(form, state.answers, given);
  const pageAt = placeOf(form, shown.pages, state.page);
  const numbers = numbersOf(form, shown);
  const source = { form, answers: shown.answers, given };
  return {
    state,
    form,
    shown,
    page: shown.pages[pageAt] ?? null,
    pageAt,
    heading: isEmbedded(state) ? 'h2' : 'h1',
    speech: speechOf(state.language),
    text: (words) => pipe(words, state.language, source),
    id: (name) => `r-${name}`,
    answer: (field) => state.answers[field] ?? null,
    number: (question) => numbers.get(question) ?? null,
    faultAt: (field) => state.faults.find((fault) => fault.field === field) ?? null,
  };
}

/** A page of the application has landmarks and a heading of its own: inside of it there is no second one. */
export const isEmbedded = ({ run }: RunnerState): boolean => run.mode === 'preview' || run.mode === 'telephone';

/** A page that is hidden by now leads to the last one before it. */
function placeOf(form: Form, pages: readonly ShownPage[], key: string | null): number {
  const order = form.pages.map((page) => page.key);
  const wanted = key === null ? 0 : order.indexOf(key);
  return Math.max(
    0,
    pages.findLastIndex((page) => order.indexOf(page.key) <= wanted),
  );
}

function numbersOf(form: Form, shown: Shown): ReadonlyMap<string, number> {
  const notes = new Set(form.pages.flatMap((page) => page.questions.filter(({ type }) => type === 'note').map(({ key }) => key)));
  const asked = shown.pages.flatMap((page) => page.questions.map(({ key }) => key)).filter((key) => !notes.has(key));
  return new Map(asked.map((key, at) => [key, at + 1]));
}

export const questionOf = (form: Form, key: string): Question | null =>
  form.pages.flatMap((page) => page.questions).find((question) => question.key === key) ?? null;

/** The options that are shown, in the order of this answer. One that excludes the others or asks for words keeps its place. */
export function optionsOf({ state }: View, question: QuestionOf<'single' | 'multiple' | 'ranking'>, shown: ShownQuestion) {
  const open = question.options.filter(({ key }) => shown.options.includes(key));
  if (!question.shuffle) return open;
  const alone = question.type === 'multiple' ? question.alone : undefined;
  return shuffledBut(open, `${state.resume}.${question.key}`, ({ key, write }) => write === true || key === alone);
}

export function rowsOf({ state }: View, question: QuestionOf<'matrix' | 'kano' | 'pair' | 'points'>, shown: ShownQuestion) {
  const open = question.rows.filter(({ key }) => shown.rows.includes(key));
  return question.type === 'matrix' && question.shuffle ? shuffledBut(open, `${state.resume}.${question.key}`, () => false) : open;
}
