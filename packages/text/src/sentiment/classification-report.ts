import { wilsonInterval } from '@zhiheng/stats/intervals';
import type { Interval } from '@zhiheng/stats/result';

/** How well one answer was recognised. */
export interface AnswerQuality {
  /** share of the rows so judged that are so; null when none was so judged */
  readonly precision: number | null;
  /** share of the rows that are so which were so judged; null when none is so */
  readonly recall: number | null;
  /** harmonic mean of both; 0 when nothing was recognised, null when there was nothing to recognise or judge */
  readonly f1: number | null;
  readonly n: number;
}

/** A judgement of yes or no against the truth. */
export interface ClassificationReport {
  readonly kind: 'classification-report';
  readonly n: number;
  readonly accuracy: number;
  /** of the accuracy, by Wilson; null without rows */
  readonly accuracyCi95: Interval | null;
  readonly positive: AnswerQuality;
  readonly negative: AnswerQuality;
  /** mean of both F1, whatever their sizes; null when one of them is */
  readonly macroF1: number | null;
}

/**
 * Precision, recall and F1 of both answers. Throws RangeError for lists of unequal length.
 * Source: van Rijsbergen (1979), Information Retrieval, 2nd ed., chapter 7.
 * @example classificationReport([true, true, false, false], [true, false, false, false]).positive // { precision: 1, recall: 0.5, f1: 0.666… }
 */
export function classificationReport(truth: readonly boolean[], judged: readonly boolean[]): ClassificationReport {
  if (truth.length !== judged.length) throw new RangeError('each row needs a truth and a judgement');
  const right = truth.filter((answer, i) => answer === judged[i]).length;
  const positive = qualityOf(true, truth, judged);
  const negative = qualityOf(false, truth, judged);
  return {
    kind: 'classification-report',
    n: truth.length,
    accuracy: truth.length === 0 ? 0 : right / truth.length,
    accuracyCi95: wilsonInterval(right, truth.length),
    positive,
    negative,
    macroF1: positive.f1 === null || negative.f1 === null ? null : (positive.f1 + negative.f1) / 2,
  };
}

function qualityOf(answer: boolean, truth: readonly boolean[], judged: readonly boolean[]): AnswerQuality {
  const is = truth.filter((each) => each === answer).length;
  const said = judged.filter((each) => each === answer).length;
  const both = truth.filter((each, i) => each === answer && judged[i] === answer).length;
  return {
    precision: said === 0 ? null : both / said,
    recall: is === 0 ? null : both / is,
    f1: is + said === 0 ? null : (2 * both) / (is + said),
    n: is,
  };
}
