import type { SurveyResponse } from '@zhiheng/contract/surveys/responses';
import { visible } from '@zhiheng/forms/answers';
import type { Form, Question } from '@zhiheng/forms/definition';
import { fieldName, fieldsOf, type Field } from '@zhiheng/forms/fields';
import { m } from '../../../paraglide/messages.js';
import { questionOf } from '../draft/form-edits.ts';
import { anyWords } from '../draft/form-texts.ts';

/** A question that was shown, with what was said; null when nothing was. */
export interface AnswerLine {
  readonly key: string;
  readonly question: string;
  readonly answer: string | null;
  /** sent with the answer: to be saved, not shown */
  readonly files: SurveyResponse['files'];
}

/** One answer in the order in which it was asked; what was not shown to this person is left out. */
export function answerLines(
  form: Form,
  { answers, given, files = [] }: Pick<SurveyResponse, 'answers' | 'given'> & Partial<Pick<SurveyResponse, 'files'>>,
  language: string,
): readonly AnswerLine[] {
  const shown = visible(form, answers, given);
  return fieldsOf(form)
    .filter(({ key }) => shown.fields.has(key))
    .map((field) => ({
      key: field.key,
      question: fieldName(form, field, language),
      answer: answerWords(form, field, { value: answers[field.key], language }),
      files: field.kind === 'files' ? files.filter(({ id }) => [answers[field.key] ?? []].flat().includes(id)) : [],
    }));
}

interface Given {
  readonly value: SurveyResponse['answers'][string] | undefined;
  readonly language: string;
}

function answerWords(form: Form, field: Field, { value, language }: Given): string | null {
  if (value === undefined) return null;
  if (value === 'na') return m.surveys_not_applicable();
  const question = questionOf(form, field.question);
  if (typeof value === 'number') return `${value} ${labelOf(question, { value, language })}`.trim();
  if (typeof value === 'string') return field.kind === 'choice' ? optionName(question, { key: value, language }) : value;
  const names = value.map((key) => optionName(question, { key, language }));
  return field.kind === 'order' ? names.map((name, at) => `${at + 1}. ${name}`).join('  ') : names.join(' · ');
}

function optionName(question: Question | undefined, { key, language }: { readonly key: string; readonly language: string }): string {
  const options = question !== undefined && 'options' in question ? question.options : [];
  const option = options.find((each) => each.key === key);
  return option === undefined ? key : anyWords(option.text, language) || key;
}

const labelOf = (question: Question | undefined, { value, language }: { readonly value: number; readonly language: string }): string =>
  question !== undefined && 'scale' in question ? anyWords(question.scale.labels[String(value)] ?? {}, language) : '';
