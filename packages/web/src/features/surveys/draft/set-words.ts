import { form as formShape, type Form } from '@zhiheng/forms/definition';
import { withWords } from './form-texts.ts';

export interface Words {
  readonly path: string;
  readonly language: string;
  readonly words: string;
}

type Node = Readonly<Record<string, unknown>> | readonly unknown[];

/** A form with other words in one of its texts, found by a path as `textPlaces` gives it. */
export function setWords(form: Form, { path, language, words }: Words): Form {
  // A text was replaced by a text at a place that the form itself named.
  return replaced(form, path.split('.'), (text) => withWords(text, language, words)) as Form;
}

function replaced(node: unknown, [step, ...rest]: readonly string[], change: (text: Form['title']) => Form['title']): unknown {
  if (step === undefined) return change(node as Form['title']);
  const parts = node as Node;
  if (Array.isArray(parts)) return parts.map((part: unknown, at) => (at === Number(step) ? replaced(part, rest, change) : part));
  const named = parts as Readonly<Record<string, unknown>>;
  return { ...named, [step]: replaced(named[step], rest, change) };
}

/** Whether a form can be stored at all, whatever faults it has. */
export const isStorable = (form: Form): boolean => formShape.safeParse(form).success;
