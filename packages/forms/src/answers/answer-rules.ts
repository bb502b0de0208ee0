import type { Form, Question, QuestionOf } from '../definition/index.ts';
import type { Field, ScaleField } from '../fields/index.ts';
import { indexOf } from '../fields/fields-of.ts';
import { notApplicable } from './answers.ts';
import { fault, type ValueFault } from './value-fault.ts';
import { writtenFault } from './written-fault.ts';

/** What is wrong with a value at one field; null when nothing is. */
export type AnswerRule = (value: unknown) => ValueFault | null;

const rules = new WeakMap<Form, ReadonlyMap<string, AnswerRule>>();

/**
 * The rule of each field, made once for each form object. A rule takes whatever JSON can hold.
 * @example rulesOf({ pages: [{ questions: [{ key: 'again', type: 'nps' }] }] }).get('again')(77) // { code: 'out-of-scale', params: { min: 0, max: 10 } }
 */
export function rulesOf(form: Form): ReadonlyMap<string, AnswerRule> {
  const known = rules.get(form);
  if (known !== undefined) return known;
  const { fields, question } = indexOf(form);
  const made = new Map(fields.map((field) => [field.key, ruleOf(field, question.get(field.question))]));
  rules.set(form, made);
  return made;
}

function ruleOf(field: Field, question: Question | undefined): AnswerRule {
  switch (field.kind) {
    case 'choice':
      return (value) => (isOneOf(field.options, value) ? null : fault('unknown-option'));
    case 'choices':
      return (value) => chosenFault(field.options, value) ?? manyFault(question, value);
    case 'order':
      return (value) => chosenFault(field.options, value);
    case 'scale':
      return (value) => scaleFault(field, value);
    case 'number':
      return numberRule(question);
    case 'text':
    case 'date':
      return (value) => writtenFault(question, value);
    case 'files':
      return (value) => filesFault(value, question?.type === 'file' ? question.most : 1);
    default:
      return field satisfies never;
  }
}

const isOneOf = (options: readonly string[], value: unknown): boolean => typeof value === 'string' && options.includes(value);

function chosenFault(options: readonly string[], value: unknown): ValueFault | null {
  if (!Array.isArray(value)) return fault('not-a-list');
  if (value.length > options.length) return fault('too-many', { most: options.length });
  if (!value.every((option) => isOneOf(options, option))) return fault('unknown-option');
  return new Set(value).size < value.length ? fault('twice') : null;
}

function manyFault(question: Question | undefined, value: unknown): ValueFault | null {
  if (question?.type !== 'multiple' || !Array.isArray(value)) return null;
  if (question.most !== undefined && value.length > question.most) return fault('too-many', { most: question.most });
  return question.alone !== undefined && value.length > 1 && value.includes(question.alone)
    ? fault('alone', { option: question.alone })
    : null;
}

function scaleFault({ min, max, na }: Pick<ScaleField, 'min' | 'max' | 'na'>, value: unknown): ValueFault | null {
  if (value === notApplicable) return na ? null : fault('not-applicable-refused');
  if (typeof value !== 'number' || !Number.isInteger(value)) return fault('not-whole');
  return value < min || value > max ? fault('out-of-scale', { min, max }) : null;
}

function numberRule(question: Question | undefined): AnswerRule {
  if (question?.type === 'points') return (value) => scaleFault({ min: 0, max: question.total, na: false }, value);
  return (value) => numberFault(value, question?.type === 'number' ? question : { decimals: 0 });
}

type NumberLimits = Pick<QuestionOf<'number'>, 'decimals' | 'min' | 'max'>;

function numberFault(value: unknown, { decimals, min, max }: NumberLimits): ValueFault | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fault('not-a-number');
  if (min !== undefined && value < min) return fault('too-small', { min });
  if (max !== undefined && value > max) return fault('too-large', { max });
  if (Number(value.toFixed(decimals)) === value) return null;
  return decimals === 0 ? fault('not-whole') : fault('too-many-decimals', { decimals });
}

function filesFault(value: unknown, most: number): ValueFault | null {
  if (!Array.isArray(value)) return fault('not-a-list');
  if (value.length > most) return fault('too-many', { most });
  if (!value.every((id) => typeof id === 'string' && /^[\w-]{1,64}$/.test(id))) return fault('not-a-file');
  return new Set(value).size < value.length ? fault('twice') : null;
}
