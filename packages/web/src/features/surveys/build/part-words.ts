import type { Form, Page } from '@zhiheng/forms/definition';
import { m } from '../../../paraglide/messages.js';
import { questionsOf } from '../draft/form-edits.ts';
import { anyWords } from '../draft/form-texts.ts';

/** The words of a question, or that it has none yet. */
export function questionWords(form: Form, key: string, language: string): string {
  const question = questionsOf(form).find((each) => each.key === key);
  const words = question === undefined ? '' : anyWords(question.text, language).trim();
  return words === '' ? m.surveys_build_untitled() : words;
}

/** Notes carry no number, as in the survey itself. */
export function questionNumber(form: Form, key: string): string {
  const asked = questionsOf(form).filter(({ type }) => type !== 'note');
  const at = asked.findIndex((question) => question.key === key);
  return at < 0 ? '' : m.surveys_build_question_number({ n: String(at + 1) });
}

export function pageWords(form: Form, page: Page, language: string): string {
  const n = String(form.pages.indexOf(page) + 1);
  const title = anyWords(page.title ?? {}, language).trim();
  return title === '' ? m.surveys_build_page({ n }) : m.surveys_build_page_titled({ n, title });
}
