import { isDeepStrictEqual } from 'node:util';
import type { Answers } from '@zhiheng/forms/answers';
import type { Form, FormText, Measure } from '@zhiheng/forms/definition';
import { fieldName, fieldsOf, wordsIn, type ChoiceField, type Field, type ScaleField } from '@zhiheng/forms/fields';
import { joinedFields } from '@zhiheng/forms/review';
import type { LocalText } from '@zhiheng/contract/values/text';

const named = (form: Form, text: FormText): LocalText => ({ zh: wordsIn(form, text, 'zh'), en: wordsIn(form, text, 'en') });

/** The name of a field in both languages. */
export const nameOfField = (form: Form, field: Field): LocalText => ({
  zh: fieldName(form, field, 'zh'),
  en: fieldName(form, field, 'en'),
});

/** What can be rated: numbers on a scale, and one of several options. */
export type Item = ScaleField | ChoiceField;

export const itemsOf = (form: Form): readonly Item[] =>
  fieldsOf(form).filter((field): field is Item => field.kind === 'scale' || field.kind === 'choice');

/** A score of a guide: a measure, or one of its parts. */
interface ScorePart {
  /** measure, or measure.part */
  readonly key: string;
  readonly part: string | null;
  readonly kind: Measure['kind'];
  readonly name: LocalText;
}

const ofManyOnly: ReadonlySet<string> = new Set(['kano', 'ipa', 'ecsi', 'drivers', 'structure']);

/** Scores that a single sheet has. */
export const scorePartsOf = (form: Form): readonly ScorePart[] =>
  form.measures.flatMap((measure): ScorePart[] => {
    if (ofManyOnly.has(measure.kind)) return [];
    const whole = { key: measure.key, part: null, kind: measure.kind, name: named(form, measure.name) };
    const parts = 'dimensions' in measure ? measure.dimensions : [];
    return [
      whole,
      ...parts.map(({ key, name }) => ({ key: `${measure.key}.${key}`, part: key, kind: measure.kind, name: named(form, name) })),
    ];
  });

/** Which answers of sheets under an older guide may be put together with those under the newest, and which scores. */
interface Joined {
  readonly fields: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
}

export function joinOf(older: Form, newest: Form): Joined {
  const fields = new Set(joinedFields(older, newest).map(({ key }) => key));
  const before = new Map(older.measures.map((measure) => [measure.key, measure]));
  const same = newest.measures.filter(({ name: _name, ...measure }) => {
    const { name: _before, ...known } = before.get(measure.key) ?? { name: {} };
    return isDeepStrictEqual(known, measure);
  });
  return { fields, measures: new Set(same.map(({ key }) => key)) };
}

/** What was rated at an item; null: nothing, or it did not apply. */
export function ratingAt(answers: Answers, { key, kind }: Item): number | string | null {
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
  if (kind === 'scale') return typeof answer === 'number' ? answer : null;
  return typeof answer === 'string' && answer !== '' ? answer : null;
}
