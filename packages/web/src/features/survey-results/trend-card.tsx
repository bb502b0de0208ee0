import { useQuery } from '@tanstack/react-query';
import type { ResultFilters, SurveyTrend } from '@zhiheng/contract/surveys/results';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { shortMonth } from '../../ui/chart/short-month.ts';
import { TrendPlot } from '../../ui/chart/trend-plot.tsx';
import { DataToggle } from '../../ui/data-toggle.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { boundsOf, evidenceText, figureCells, figureColumns, intervalOf, numberOf, textOf, valueText } from './figure-words.ts';
import { trendQuery } from './survey-results.query.ts';
import { trendFinding } from './trend-finding.ts';
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
  const title = m.survey_results_title_finding({ name: textOf(name, format), finding: trendFinding(series, format) });
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
