import type { Answer } from '@zhiheng/forms/answers';
import type { Field } from '@zhiheng/forms/fields';
import { fieldsOf } from '@zhiheng/forms/fields';
import type { Form, Question } from '@zhiheng/forms/definition';

interface Signs {
  /** cells that mean "not answered" and "not applicable" */
  readonly missing: ReadonlySet<string>;
  readonly notApplicable: ReadonlySet<string>;
}

/** Makes answers of the cells of a row: one column per field. What cannot be read stays as it is, so that the form says what is wrong with it. */
export class CellReader {
  readonly #fields: ReadonlyMap<string, Field>;
  readonly #options: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(
    form: Form,
    readonly signs: Signs,
  ) {
    this.#fields = new Map(fieldsOf(form).map((field) => [field.key, field]));
    this.#options = new Map(form.pages.flatMap(({ questions }) => questions).map((question) => [question.key, optionNames(question)]));
  }

  /** Null where nothing was answered. */
  read(key: string, cell: string): Answer | null {
    const text = cell.trim();
    const field = this.#fields.get(key);
    return this.signs.missing.has(text) ? null : field === undefined ? text : this.#answerOf(field, text);
  }

  #answerOf(field: Field, text: string): Answer {
    switch (field.kind) {
      case 'scale':
        return this.signs.notApplicable.has(text) || text === 'na' ? 'na' : numberOr(text);
      case 'number':
        return numberOr(text);
      case 'choice':
        return this.#optionOf(field.question, text);
      case 'choices':
      case 'order':
      case 'files':
        return text
          .split(/[;；|]/)
          .map((part) => part.trim())
          .filter((part) => part !== '')
          .map((part) => this.#optionOf(field.question, part));
      default:
        return unguarded(text);
    }
  }

  /** An option may stand as its key or in the words of any language. */
  #optionOf(question: string, text: string): string {
    return this.#options.get(question)?.get(text) ?? text;
  }
}

function optionNames(question: Question): ReadonlyMap<string, string> {
  if (!('options' in question)) return new Map();
  const words = question.options.flatMap(({ key, text }) => Object.values(text).map((word) => [word, key] as const));
  return new Map([...words, ...question.options.map(({ key }) => [key, key] as const)]);
}

const numberOr = (text: string): number | string => (/^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text);

/** The apostrophe by which an export defused a cell. */
const unguarded = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
