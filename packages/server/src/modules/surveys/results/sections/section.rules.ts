import type { ResultSection } from '@zhiheng/contract/surveys/result-section';
import type { Form, Measure } from '@zhiheng/forms/definition';
import { fieldsOf, type ScaleField } from '@zhiheng/forms/fields';
import type { FigureMaker } from '../figure.rules.ts';
import type { Sums } from '../sums/sum-view.rules.ts';

/** What a section is made from. */
export interface Source {
  readonly form: Form;
  readonly sums: Sums;
  readonly make: FigureMaker;
}

type OfKind<K, M> = M extends { kind: K } ? M : never;
type Frame = 'measure' | 'name' | 'versions' | 'clean';
/** What is particular about the section of one kind of measure. */
export type Body<K extends Measure['kind']> = Omit<OfKind<K, ResultSection>, Frame>;

/** The scale of a field. Throws RangeError for a field that is none: publishing refuses such measures. */
export function scaleOf(form: Form, key: string): ScaleField {
  const field = fieldsOf(form).find((each) => each.key === key);
  if (field?.kind !== 'scale') throw new RangeError(`${key} is no scale`);
  return field;
}
