import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ResultFilters, SurveyBreakdown, SurveyResults } from '@zhiheng/contract/surveys/results';
import type { ResultDimension } from '@zhiheng/contract/surveys/result-dimension';
import { Select } from 'antd';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { DataToggle } from '../../ui/data-toggle.tsx';
import { DotPlot, type DotRow } from '../../ui/dot-plot.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { boundsOf, evidenceText, figureCells, figureColumns, figureText, intervalOf, numberOf, textOf, valueText } from './figure-words.ts';
import { breakdownQuery } from './survey-results.query.ts';
import styles from './survey-results.module.css';

const route = getRouteApi('/app/surveys/$id/results');
const dimensionWords = {
  service: m.survey_results_by_service,
  site: m.survey_results_by_site,
  team: m.survey_results_by_team,
  segment: m.survey_results_by_segment,
} as const;

interface Props {
  readonly id: string;
  readonly filters: ResultFilters;
  readonly groups: SurveyResults['groups'];
}

/** Headlines side by side as dots with intervals: no ranking is read where they overlap. */
export function BreakdownCard({ id, filters, groups }: Props) {
  const { by = groups.length > 0 ? 'group' : 'segment', question = groups[0]?.key } = route.useSearch();
  const query = useQuery(breakdownQuery(id, filters, { by, question: by === 'group' ? question : undefined }));
  return (
    <Card title={m.survey_results_breakdown()} actions={<ChooseDimension by={by} question={question} groups={groups} />}>
      <QueryView
        query={query}
        isEmpty={({ rows }) => rows.length === 0}
        empty={{ title: m.survey_results_no_parts(), words: m.survey_results_no_parts_text() }}
      >
        {(breakdown) => (
          <div className={styles.multiples}>
            {breakdown.series
              .filter(({ part }) => part === null)
              .map((series) => (
                <Comparison key={series.measure} series={series} rows={breakdown.rows} />
              ))}
          </div>
        )}
      </QueryView>
    </Card>
  );
}

interface Choice {
  readonly by: ResultDimension;
  readonly question: string | undefined;
  readonly groups: SurveyResults['groups'];
}

function ChooseDimension({ by, question, groups }: Choice) {
  const format = useFormat();
  const navigate = route.useNavigate();
  const options = [
    ...groups.map(({ key, name }) => ({ value: `group:${key}`, label: textOf(name, format) })),
    ...Object.entries(dimensionWords).map(([value, label]) => ({ value, label: label() })),
  ];
  return (
    <Select
      aria-label={m.survey_results_breakdown()}
      style={{ minWidth: 160 }}
      popupMatchSelectWidth={false}
      value={by === 'group' ? `group:${question ?? ''}` : by}
      options={options}
      onChange={(next: string) => {
        const [dimension, key] = next.split(':');
        void navigate({ search: (search) => ({ ...search, by: dimension as ResultDimension, question: key }), replace: true });
      }}
    />
  );
}

type Series = SurveyBreakdown['series'][number];

function Comparison({ series, rows }: { readonly series: Series; readonly rows: SurveyBreakdown['rows'] }) {
  const format = useFormat();
  const { name, unit, figures, differs } = series;
  const finding = differs === null ? null : differs ? m.survey_results_differs() : m.survey_results_alike();
  const title = finding === null ? textOf(name, format) : m.survey_results_title_finding({ name: textOf(name, format), finding });
  return (
    <div>
      <h3>{title}</h3>
      <DataToggle
        label={title}
        columns={[m.survey_results_part(), ...figureColumns()]}
        rows={rows.flatMap((row, i) =>
          figures[i] === undefined ? [] : [[textOf(row.name, format), ...figureCells(figures[i], unit, format)]],
        )}
      >
        <DotPlot
          rows={rows.flatMap((row, i) => (figures[i] === undefined ? [] : [dotOf({ row, figure: figures[i], unit }, format)]))}
          target={null}
          targetLabel=""
          format={(value) => valueText(value, unit, format)}
          {...boundsOf(unit)}
        />
      </DataToggle>
    </div>
  );
}

interface Dot {
  readonly row: SurveyBreakdown['rows'][number];
  readonly figure: Series['figures'][number];
  readonly unit: Series['unit'];
}

const dotOf = ({ row, figure, unit }: Dot, format: Format): DotRow => ({
  id: row.key,
  name: textOf(row.name, format),
  value: numberOf(figure),
  interval: intervalOf(figure),
  text: figureText(figure, unit, format),
  attention: false,
  sufficient: figure.n >= 30,
  spoken: evidenceText(figure, unit, format),
});
