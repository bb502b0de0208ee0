import type { Form, FormText } from '../definition/index.ts';
import type { Field } from '../fields/index.ts';
import { indexOf } from '../fields/fields-of.ts';
import { replacePipes } from '../fields/piped-words.ts';
import { wordsIn } from '../fields/words-in.ts';
import { answerAt, notApplicable, type Answer, type Answers, type Given } from './answers.ts';

/** What a text may be filled with; `answers` are those that count, as `visible` gives them. */
export interface PipeSource {
  readonly form: Form;
  readonly answers: Answers;
  readonly given: Given;
}

/**
 * A text in a language (else the first of the form) with `{{key}}` replaced by what was answered or given under that key: of a choice the words
 * of its option. `{{key|words}}` has words for when nothing was, or "not applicable". The result is plain text, whatever was answered, and
 * is not read a second time: it must be shown as text, never as markup.
 * @example
 * const form = { languages: ['en'], pages: [{ questions: [{ key: 'site', type: 'single', options: [{ key: 'north', text: { en: 'North gate' } }] }] }] };
 * pipe({ en: 'How was {{site|your visit}}, {{name}}?' }, 'en', { form, answers: { site: 'north' }, given: { name: 'Li' } }) // 'How was North gate, Li?'
 * pipe({ en: 'How was {{site|your visit}}?' }, 'en', { form, answers: {}, given: {} }) // 'How was your visit?'
 */
export function pipe(text: FormText, language: string, { form, answers, given }: PipeSource): string {
  const { field } = indexOf(form);
  return replacePipes(wordsIn(form, text, language), (key, words) => {
    const asked = field.get(key);
    const answer = answerAt(asked === undefined ? given : answers, key);
    if (answer === null) return words;
    if (asked === undefined) return String(answer);
    return answerWords({ form, language, field: asked }, answer) ?? words;
  });
}

interface Place {
  readonly form: Form;
  readonly language: string;
  readonly field: Field;
}

function answerWords(place: Place, answer: Answer): string | null {
  if (place.field.kind === 'scale' && answer === notApplicable) return null;
  if (typeof answer !== 'object') return optionWords(place, String(answer));
  return answer.map((option) => optionWords(place, option)).join(place.language.startsWith('zh') ? '、' : ', ');
}

function optionWords({ form, language, field }: Place, answer: string): string {
  const question = indexOf(form).question.get(field.question);
  if (!('options' in field) || question === undefined || !('options' in question)) return answer;
  const option = question.options.find(({ key }) => key === answer);
  return option === undefined ? answer : wordsIn(form, option.text, language);
}
