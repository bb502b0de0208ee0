import type { Form } from '@zhiheng/forms/definition';
import type { FormFault } from '@zhiheng/forms/review';
import { fieldsOf } from '@zhiheng/forms/fields';
import type { Locale } from '@zhiheng/contract/values/text';
import { m } from '../../../paraglide/messages.js';
import { questionNumber } from './part-words.ts';
import { languageName } from '../language-name.ts';

/** What the words of a fault may mention; what it does not bring stays empty. */
const nothing = { key: '', field: '', question: '', value: '', min: '', max: '', least: '', most: '', options: '', language: '' };
const more = { fields: '', weights: '', answer: '', row: '', dimension: '', block: '' };

export function faultWords(form: Form, { code, params }: FormFault, locale: Locale): string {
  const language = 'language' in params ? languageName(String(params['language']), locale) : '';
  const question = questionOfField(form, String(params['field'] ?? params['question'] ?? ''));
  return m.surveys_fault({ ...nothing, ...more, ...params, code, language, field: question, question });
}

/** A question is called by its number, as it stands in the tree. */
function questionOfField(form: Form, key: string): string {
  const question = fieldsOf(form).find((field) => field.key === key)?.question ?? key;
  const number = questionNumber(form, question);
  return number === '' ? key : number;
}
