// Judges a model on reviews that it was not trained on, and writes what was found as lines for people.
import { classificationReport, featuresOf, logOdds, type ClassificationReport, type SentimentModel } from '../src/sentiment/index.ts';
import type { Review } from './review-sets.ts';

export interface Judgement {
  readonly name: string;
  readonly report: ClassificationReport;
  /** share of the reviews with a probability outside 0.3 to 0.7, and how many of those are right */
  readonly clear: number;
  readonly accuracyWhenClear: number;
  /** mean squared distance of probability and truth (Brier 1950) */
  readonly brier: number;
}

export function judge(model: SentimentModel, reviews: readonly Review[], name: string): Judgement {
  const probabilities = reviews.map(({ text }) => 1 / (1 + Math.exp(-logOdds(model, featuresOf(text)))));
  const truth = reviews.map(({ positive }) => positive);
  const clear = [...probabilities.keys()].filter((i) => (probabilities[i] ?? 0.5) < 0.3 || (probabilities[i] ?? 0.5) > 0.7);
  const right = clear.filter((i) => (probabilities[i] ?? 0) > 0.5 === truth[i]);
  return {
    name,
    report: classificationReport(
      truth,
      probabilities.map((p) => p > 0.5),
    ),
    clear: clear.length / reviews.length,
    accuracyWhenClear: right.length / clear.length,
    brier: probabilities.reduce((sum, p, i) => sum + (p - (truth[i] ? 1 : 0)) ** 2, 0) / reviews.length,
  };
}

const share = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

export const judgementHead = [
  '| reviews, not trained on | n | precision + | recall + | F1 + | precision − | recall − | F1 − | macro F1 | accuracy (95 %) | clear | accuracy when clear | Brier |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|---|',
];

/** A line of the table in the README. */
export function judgementLine({ name, report, clear, accuracyWhenClear, brier }: Judgement): string {
  const { positive, negative, accuracyCi95 } = report;
  const cells = [
    name,
    String(report.n),
    ...[positive.precision, positive.recall, positive.f1, negative.precision, negative.recall, negative.f1, report.macroF1].map(share),
    `${share(report.accuracy)} (${share(accuracyCi95?.[0] ?? null)}–${share(accuracyCi95?.[1] ?? null)})`,
    share(clear),
    share(accuracyWhenClear),
    share(brier),
  ];
  return `| ${cells.join(' | ')} |`;
}
