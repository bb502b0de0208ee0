import { unpackAnswers, type PackedAnswers } from '@zhiheng/forms/answers';
import type { Form, Measure } from '@zhiheng/forms/definition';
import { scaleFieldsOf } from '@zhiheng/forms/fields';

interface StoredAnswer extends PackedAnswers {
  /** by measure, or measure.part */
  readonly scores: Readonly<Record<string, number>>;
}

/** What somebody said in a measure, as they would say it again on the telephone: the answer itself where there is one, else the score. */
export interface PersonalScore {
  readonly score: number | null;
  readonly scoreMax: number | null;
}

const nothing: PersonalScore = { score: null, scoreMax: null };

/** `name` is a measure, or `measure.part`. */
export function personalScore(form: Form, name: string, answer: StoredAnswer): PersonalScore {
  const measure = form.measures.find(({ key }) => key === name || name.startsWith(`${key}.`));
  if (measure === undefined) return nothing;
  const score = answer.scores[name] ?? null;
  if (measure.kind === 'csi') return { score, scoreMax: 100 };
  const key = fieldOf(measure);
  const field = scaleFieldsOf(form).find((each) => each.key === key);
  if (field === undefined) return { score, scoreMax: null };
  if (measure.kind === 'mean') return { score, scoreMax: field.max };
  const said = unpackAnswers(form, answer)[field.key];
  return typeof said === 'number' ? { score: said, scoreMax: field.max } : nothing;
}

/** A field whose scale is that of the measure. */
function fieldOf(measure: Measure): string | undefined {
  if ('field' in measure) return measure.field;
  return measure.kind === 'mean' ? measure.fields[0] : undefined;
}
