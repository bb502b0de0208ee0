import type { Form, Page, Question } from '@zhiheng/forms/definition';
import { nextKey } from './next-key.ts';

/** A place among the questions: before the question that stands there now. */
export interface Spot {
  readonly page: string;
  readonly at: number;
}

export const questionsOf = (form: Form): readonly Question[] => form.pages.flatMap(({ questions }) => questions);
export const questionKeys = (form: Form): readonly string[] => questionsOf(form).map(({ key }) => key);

export const questionOf = (form: Form, key: string): Question | undefined => questionsOf(form).find((question) => question.key === key);

/** Where a question stands; null when it does not. */
export function spotOf(form: Form, key: string): Spot | null {
  for (const page of form.pages) {
    const at = page.questions.findIndex((question) => question.key === key);
    if (at >= 0) return { page: page.key, at };
  }
  return null;
}

const withPages = (form: Form, change: (page: Page) => Page): Form => ({ ...form, pages: form.pages.map(change) });

export const replaceQuestion = (form: Form, key: string, next: Question): Form =>
  withPages(form, (page) => ({ ...page, questions: page.questions.map((question) => (question.key === key ? next : question)) }));

export const removeQuestion = (form: Form, key: string): Form =>
  withPages(form, (page) => ({ ...page, questions: page.questions.filter((question) => question.key !== key) }));

export const insertQuestion = (form: Form, question: Question, spot: Spot): Form =>
  withPages(form, (page) => (page.key === spot.page ? { ...page, questions: page.questions.toSpliced(spot.at, 0, question) } : page));

/** Takes a question to another place; the place is counted before it is taken out. */
export function moveQuestion(form: Form, key: string, spot: Spot): Form {
  const from = spotOf(form, key);
  const question = questionOf(form, key);
  if (from === null || question === undefined) return form;
  const at = from.page === spot.page && from.at < spot.at ? spot.at - 1 : spot.at;
  return insertQuestion(removeQuestion(form, key), question, { page: spot.page, at });
}

/** One place up or down, over the border of a page; null where there is no further. */
export function stepSpot(form: Form, key: string, by: -1 | 1): Spot | null {
  const from = spotOf(form, key);
  const pageAt = form.pages.findIndex((page) => page.key === from?.page);
  const page = form.pages[pageAt];
  if (from === null || page === undefined) return null;
  if (by === -1 && from.at > 0) return { page: page.key, at: from.at - 1 };
  if (by === 1 && from.at < page.questions.length - 1) return { page: page.key, at: from.at + 2 };
  const next = form.pages[pageAt + by];
  if (next === undefined) return null;
  return { page: next.key, at: by === 1 ? 0 : next.questions.length };
}

/** A copy behind the original, under a key of its own. */
export function duplicateQuestion(form: Form, key: string): { readonly form: Form; readonly key: string } {
  const question = questionOf(form, key);
  const spot = spotOf(form, key);
  if (question === undefined || spot === null) return { form, key };
  const copy = nextKey('q', questionKeys(form));
  return { form: insertQuestion(form, { ...question, key: copy }, { page: spot.page, at: spot.at + 1 }), key: copy };
}

export function addPage(form: Form): { readonly form: Form; readonly key: string } {
  const key = nextKey(
    'page',
    form.pages.map((page) => page.key),
  );
  return { form: { ...form, pages: [...form.pages, { key, questions: [] }] }, key };
}

export const replacePage = (form: Form, key: string, next: Page): Form => withPages(form, (page) => (page.key === key ? next : page));

/** A form has at least one page: the last one stays. */
export const removePage = (form: Form, key: string): Form =>
  form.pages.length === 1 ? form : { ...form, pages: form.pages.filter((page) => page.key !== key) };

export function movePage(form: Form, key: string, by: -1 | 1): Form {
  const at = form.pages.findIndex((page) => page.key === key);
  return { ...form, pages: moved(form.pages, at, by) };
}

/** A list with one of its things a place further; unchanged at its ends. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const thing = list[at];
  const to = at + by;
  if (thing === undefined || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(at, 1).toSpliced(to, 0, thing);
}
