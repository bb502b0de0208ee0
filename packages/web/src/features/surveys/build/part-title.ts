import type { Form } from '@zhiheng/forms/definition';
import { m } from '../../../paraglide/messages.js';
import type { PartOfForm } from '../draft/part-of-form.ts';
import { pageWords, questionNumber, questionWords } from './part-words.ts';

/** What a part of the form is called. */
export function partTitle(form: Form, part: PartOfForm, language: string): string {
  const [kind, key = ''] = part.split(':');
  if (kind === 'question') return questionNumber(form, key) || questionWords(form, key, language);
  const page = form.pages.find((each) => each.key === key);
  if (page !== undefined) return pageWords(form, page, language);
  if (kind === 'endings') return m.surveys_build_endings();
  return kind === 'measures' ? m.surveys_build_measures() : m.surveys_build_start();
}
