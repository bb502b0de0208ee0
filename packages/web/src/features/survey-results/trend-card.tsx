import { useQuery } from '@tanstack/react-query';
import type { Figure } from '@zhiheng/contract/surveys/figure';
import type { ResultFilters, SurveyTrend } from '@zhiheng/contract/surveys/results';
import { homogeneityTest } from '@zhiheng/stats/comparison';
import { normalQuantile } from '@zhiheng/stats/distribution';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { shortMonth } from '../../ui/chart/short-month.ts';
import { TrendPlot } from '../../ui/chart/trend-plot.tsx';
import { DataToggle } from '../../ui/data-toggle.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { boundsOf, evidenceText, figureCells, figureColumns, intervalOf, numberOf, textOf, valueText } from './figure-words.ts';
import { trendQuery } from './survey-results.query.ts';
import styles from './survey-results.module.css';

type Series = SurveyTrend['series'][number];

/** Each headline month by month, as small multiples. */
export function TrendCard({ id, filters }: { readonly id: string; readonly filters: ResultFilters }) {
  const query = useQuery(trendQuery(id, filters));
  return (
    <Card title={m.survey_results_trend()}>
      <QueryView query={query}>
        {({ series }) => {
          const whole = series.filter(({ part, months }) => part === null && months.length > 0);
          if (whole.length === 0) return <p className={styles.note}>{m.survey_results_no_trend()}</p>;
          return (
            <div className={styles.multiples}>
              {whole.map((each) => (
                <Multiple key={each.measure} series={each} />
              ))}
            </div>
          );
        }}
      </QueryView>
    </Card>
  );
}

function Multiple({ series }: { readonly series: Series }) {
  const format = useFormat();
  const { name, unit, months } = series;
  const title = m.survey_results_title_finding({ name: textOf(name, format), finding: findingOf(series, format) });
  const points = months.map(({ month, figure }) => ({
    label: shortMonth(month, format.locale),
    value: numberOf(figure),
    interval: intervalOf(figure),
    sufficient: figure.n >= 30,
    notes: [evidenceText(figure, unit, format)],
  }));
  return (
    <div>
      <h3>{title}</h3>
      <DataToggle
        label={title}
        columns={[m.survey_results_month(), ...figureColumns()]}
        rows={months.map(({ month, figure }) => [format.period(month), ...figureCells(figure, unit, format)])}
      >
        <TrendPlot
          label={title}
          height={180}
          chart={{ name: title, points, lines: [], labelWidth: 48, format: (value) => valueText(value, unit, format), ...boundsOf(unit) }}
        />
      </DataToggle>
    </div>
  );
}

/** The first against the last month, where a test tells them apart; else nothing is said to have changed. */
function findingOf({ months, unit }: Series, format: Format): string {
  const ends =
    months.length < 2 ? [] : [months[0], months.at(-1)].flatMap((month) => (month === undefined ? [] : estimateOf(month.figure)));
  const test = homogeneityTest(ends);
  const [first, last] = ends;
  if (test.kind !== 'homogeneity-test' || test.p >= 0.05 || !first || !last) return m.survey_results_no_change();
  const values = { from: valueText(first.estimate, unit, format), to: valueText(last.estimate, unit, format) };
  return last.estimate > first.estimate ? m.survey_results_rose(values) : m.survey_results_fell(values);
}

const z = normalQuantile(0.975);

function estimateOf(figure: Figure): { estimate: number; error: number }[] {
  const interval = intervalOf(figure);
  return figure.kind === 'figure' && interval !== null ? [{ estimate: figure.value, error: (interval[1] - interval[0]) / (2 * z) }] : [];
}
