import type { Form, FormText, Question } from '../definition/index.ts';
import type { Facet, Field } from './field.ts';
import { indexOf } from './fields-of.ts';
import { replacePipes } from './piped-words.ts';
import { wordsIn } from './words-in.ts';

const facetWords: Readonly<Record<Facet, { readonly zh: string; readonly en: string }>> = {
  expectation: { zh: '期望', en: 'expected' },
  perception: { zh: '感知', en: 'perceived' },
  importance: { zh: '重要性', en: 'importance' },
  satisfaction: { zh: '满意度', en: 'satisfaction' },
  functional: { zh: '具备', en: 'with it' },
  dysfunctional: { zh: '不具备', en: 'without it' },
};

/**
 * Name of a field for people, for the heads of tables and exports: question, row or option, and which of two numbers. Placeholders become
 * their words, or dots. A language that the form lacks falls back to its first.
 * @example fieldName({ languages: ['en'], pages: [{ questions: [{ key: 'q', type: 'nps', text: { en: 'Would you recommend {{team|us}}?' } }] }] }, { key: 'q', question: 'q', row: null, kind: 'scale', facet: null }, 'en') // 'Would you recommend us?'
 * @example fieldName({ languages: ['zh'], pages: [{ questions: [{ key: 'q', type: 'pair', ask: 'expectation', text: { zh: '服务' }, rows: [{ key: 'r', text: { zh: '准时' } }], scale: { min: 1, max: 7 } }] }] }, { key: 'q.r.p', question: 'q', row: 'r', kind: 'scale', facet: 'perception' }, 'zh') // '服务 / 准时 / 感知'
 */
export function fieldName(form: Form, field: Field, language: string): string {
  const question = indexOf(form).question.get(field.question);
  if (question === undefined) return field.key;
  const texts = [question.text, partOf(question, field), facetOf(question, field, language)].filter((text) => text !== null);
  const names = texts.map((text) => replacePipes(wordsIn(form, text, language), (_, words) => (words === '' ? '…' : words)).trim());
  const name = names.filter((each) => each !== '').join(' / ');
  return name === '' ? field.key : name;
}

function partOf(question: Question, field: Field): FormText | null {
  const part = field.kind === 'text' ? field.option : field.row;
  if (part === null) return null;
  const parts = 'rows' in question ? question.rows : 'options' in question ? question.options : [];
  return parts.find((each) => each.key === part)?.text ?? null;
}

function facetOf(question: Question, field: Field, language: string): FormText | null {
  if (field.kind !== 'scale' || field.facet === null) return null;
  const own = question.type === 'pair' ? (isFirst(field.facet) ? question.first : question.second) : undefined;
  return own ?? { [language]: facetWords[field.facet].en, ...facetWords[field.facet] };
}

const isFirst = (facet: Facet): boolean => facet === 'expectation' || facet === 'importance';
