import type { Figure } from '@zhiheng/contract/surveys/figure';
import type { SurveyTrend } from '@zhiheng/contract/surveys/results';
import { homogeneityTest } from '@zhiheng/stats/comparison';
import { normalQuantile } from '@zhiheng/stats/distribution';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { intervalOf, valueText } from './figure-words.ts';

type Series = Pick<SurveyTrend['series'][number], 'months' | 'unit'>;

/** The first against the last month with a figure: what a test tells apart, that it tells nothing apart, or that there are no two months to compare. */
export function trendFinding({ months, unit }: Series, format: Format): string {
  const known = months.flatMap(({ figure }) => estimateOf(figure));
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < 2 || first === undefined || last === undefined) return m.survey_results_one_month();
  const test = homogeneityTest([first, last]);
  if (test.kind !== 'homogeneity-test' || test.p >= 0.05) return m.survey_results_no_change();
  const values = { from: valueText(first.estimate, unit, format), to: valueText(last.estimate, unit, format) };
  return last.estimate > first.estimate ? m.survey_results_rose(values) : m.survey_results_fell(values);
}

const z = normalQuantile(0.975);

function estimateOf(figure: Figure): readonly { readonly estimate: number; readonly error: number }[] {
  const interval = intervalOf(figure);
  return figure.kind === 'figure' && interval !== null ? [{ estimate: figure.value, error: (interval[1] - interval[0]) / (2 * z) }] : [];
}
