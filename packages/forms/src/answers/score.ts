import type { Form, Measure } from '../definition/index.ts';
import { scaleFieldsOf } from '../fields/index.ts';
import { answerAt, numberAt, type Answers } from './answers.ts';
import { gapScores, performanceScores } from './dimension-scores.ts';
import { meanOf, weightedMean } from './mean-of.ts';
import { sumScore } from './sum-score.ts';

/** What one person's answers say by one measure; `part` is the dimension, null for the whole. */
export interface Score {
  readonly measure: string;
  readonly part: string | null;
  readonly value: number;
}

/**
 * Scores of one person by the measures of the form, from answers that count. What was not answered, or is not applicable, has no score and
 * leaves every mean; kinds that need many people (kano, ipa, ecsi, drivers, structure) score nobody.
 *
 * mean: of the fields answered, when at least `least` (all) are. sum: `points['field.option']` of what was chosen, or the number itself.
 * csat: 1 from `from` on, else 0. nps: 100 from 9 on, 0 at 7 and 8, else −100 (Reichheld 2003). ces: the answer. csi: 100 Σ w (x − min)/(max − min),
 * weights brought to 1 over what was answered. servqual: perception minus expectation per dimension, the mean of its rows; the whole is
 * Σ share of points · gap, or without points the mean of the dimensions (Parasuraman, Zeithaml, Berry 1988). servperf: mean perception per
 * dimension; the whole is the mean of all rows (Cronin, Taylor 1992). grades: place in the order, the best is 0.
 * @example score({ pages: [{ questions: [{ key: 'again', type: 'nps' }] }], measures: [{ kind: 'nps', key: 'loyalty', field: 'again' }] }, { again: 9 }) // [{ measure: 'loyalty', part: null, value: 100 }]
 */
export function score(form: Form, answers: Answers): readonly Score[] {
  return form.measures.flatMap((measure) => {
    if (measure.kind === 'servqual') return gapScores(measure, answers).map((each) => ({ measure: measure.key, ...each }));
    if (measure.kind === 'servperf') return performanceScores(measure, answers).map((each) => ({ measure: measure.key, ...each }));
    const value = singleScore(form, measure, answers);
    return value === null ? [] : [{ measure: measure.key, part: null, value }];
  });
}

type SingleMeasure = Exclude<Measure, { kind: 'servqual' | 'servperf' }>;

function singleScore(form: Form, measure: SingleMeasure, answers: Answers): number | null {
  switch (measure.kind) {
    case 'mean':
      return meanScore(measure, answers);
    case 'sum':
      return sumScore(measure, answers);
    case 'csat':
      return mapped(numberAt(answers, measure.field), (value) => (value >= measure.from ? 1 : 0));
    case 'nps':
      return mapped(numberAt(answers, measure.field), promoterPoints);
    case 'ces':
      return numberAt(answers, measure.field);
    case 'csi':
      return indexScore(form, measure, answers);
    case 'grades':
      return gradeScore(measure, answers);
    default:
      return null;
  }
}

const mapped = (value: number | null, to: (value: number) => number): number | null => (value === null ? null : to(value));

function promoterPoints(value: number): number {
  if (value >= 9) return 100;
  return value >= 7 ? 0 : -100;
}

function meanScore({ fields, least = fields.length }: Extract<Measure, { kind: 'mean' }>, answers: Answers): number | null {
  const values = fields.map((field) => numberAt(answers, field)).filter((value) => value !== null);
  return values.length < least ? null : meanOf(values);
}

function indexScore(form: Form, { fields, weights }: Extract<Measure, { kind: 'csi' }>, answers: Answers): number | null {
  const scales = new Map(scaleFieldsOf(form).map((field) => [field.key, field]));
  const parts = fields.flatMap((key, at) => {
    const value = numberAt(answers, key);
    const scale = scales.get(key);
    if (value === null || scale === undefined) return [];
    return [{ weight: weights === undefined ? 1 : (weights[at] ?? 0), value: (100 * (value - scale.min)) / (scale.max - scale.min) }];
  });
  return weightedMean(parts);
}

function gradeScore({ field, order }: Extract<Measure, { kind: 'grades' }>, answers: Answers): number | null {
  const answer = answerAt(answers, field);
  const place = typeof answer === 'object' ? -1 : order.indexOf(answer);
  return place < 0 ? null : place;
}
