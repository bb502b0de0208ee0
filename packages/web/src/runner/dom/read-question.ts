import { fieldsOf, type Field } from '@zhiheng/forms/fields';
import type { Answer } from '@zhiheng/forms/answers';
import type { Form, Question } from '@zhiheng/forms/definition';

/** What stands in the inputs of a question, by field; null where nothing does. Orders and files are not in inputs. */
export function readQuestion(form: Form, question: Question, element: Element): ReadonlyMap<string, Answer | null> {
  const fields = fieldsOf(form).filter((field) => field.question === question.key && field.kind !== 'order' && field.kind !== 'files');
  return new Map(fields.map((field) => [field.key, readField(field, element)]));
}

function readField(field: Field, element: Element): Answer | null {
  const inputs = [...element.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(`[name="${field.key}"]`)];
  switch (field.kind) {
    case 'scale':
      return readScale(field.key, element, inputs);
    case 'choice':
      return readChoice(inputs);
    case 'choices': {
      const chosen = inputs.filter(isChecked).map(({ value }) => value);
      return chosen.length === 0 ? null : chosen;
    }
    case 'number':
      return readNumber(inputs[0]?.value ?? '');
    default:
      return wordsOrNull(inputs[0]?.value ?? '');
  }
}

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isChecked = (input: Input): boolean => input instanceof HTMLInputElement && input.checked;

const wordsOrNull = (words: string): string | null => (words === '' ? null : words);

function readChoice(inputs: readonly Input[]): string | null {
  const list = inputs.find((input) => input instanceof HTMLSelectElement);
  return wordsOrNull(list?.value ?? inputs.find(isChecked)?.value ?? '');
}

function readScale(field: string, element: Element, inputs: readonly Input[]): Answer | null {
  const chosen = inputs.find(isChecked)?.value;
  if (chosen !== undefined) return chosen === 'na' ? 'na' : Number(chosen);
  const range = element.querySelector<HTMLInputElement>(`[data-range="${field}"]`);
  return range === null || range.hasAttribute('data-empty') ? null : Number(range.value);
}

/** What is no number stays as it was written: the check says what is wrong with it. Full-width digits and separated thousands are understood. */
export function readNumber(written: string): string | number | null {
  const plain = written.normalize('NFKC').trim().replace('−', '-');
  if (plain === '') return null;
  const joined = /^-?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  return /^-?(\d+\.?\d*|\.\d+)$/.test(joined) ? Number(joined) : written;
}
