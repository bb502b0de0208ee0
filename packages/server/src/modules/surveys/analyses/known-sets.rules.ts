import type { Form, FormText, Measure } from '@zhiheng/forms/definition';
import { completeSets } from '../results/sums/block.rules.ts';

/** Fields that a measure of the form takes together. */
export interface KnownSet {
  readonly key: string;
  readonly name: FormText;
  /** what is explained by the others; null where nothing is */
  readonly outcome: string | null;
  readonly fields: readonly string[];
  /** fields and outcome */
  readonly all: readonly string[];
}

/** The sets of fields whose complete answers the results page counts anyway. */
export function knownSets(form: Form): readonly KnownSet[] {
  const sets = form.measures.flatMap((measure) => setsOf(form, measure));
  return sets.filter(({ all }, at) => sets.findIndex((other) => other.all.join() === all.join()) === at);
}

function setsOf(form: Form, measure: Measure): readonly KnownSet[] {
  const { key, name } = measure;
  switch (measure.kind) {
    case 'drivers':
      return [{ key, name, outcome: measure.outcome, fields: measure.fields, all: [...measure.fields, measure.outcome] }];
    case 'ipa':
      return setsWithOutcome(form, measure);
    case 'structure':
      return structureSets(form, measure);
    case 'servqual':
    case 'servperf':
    case 'ecsi':
      return completeSets(form, measure).map((all) => ({ key, name, outcome: null, fields: all, all }));
    default:
      return [];
  }
}

type MeasureOfKind<K extends Measure['kind']> = Extract<Measure, { kind: K }>;

function setsWithOutcome(form: Form, measure: MeasureOfKind<'ipa'>): readonly KnownSet[] {
  const outcome = measure.outcome ?? null;
  return completeSets(form, measure).map((all) => ({
    ...{ key: measure.key, name: measure.name, outcome, all },
    fields: all.filter((field) => field !== outcome),
  }));
}

/** Each scale, and all of them together. */
function structureSets(form: Form, measure: MeasureOfKind<'structure'>): readonly KnownSet[] {
  const { key, name, scales } = measure;
  const whole = completeSets(form, measure).at(-1) ?? [];
  return [
    ...scales.map((scale) => ({ key: `${key}.${scale.key}`, name: scale.name, outcome: null, fields: scale.fields, all: scale.fields })),
    { key, name, outcome: null, fields: whole, all: whole },
  ];
}
