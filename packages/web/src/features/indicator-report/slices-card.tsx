import { Link } from '@tanstack/react-router';
import { sliceBy, type SliceBy } from '@zhiheng/contract/evaluation/scores';
import { Select } from 'antd';
import { exactText, intervalText, plainNumber } from '../../lib/figures/format-value.ts';
import { statusWords } from '../../lib/figures/status-words.ts';
import { unitWord } from '../../lib/figures/unit-words.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { DataToggle } from '../../ui/data-toggle.tsx';
import { DotPlot, type DotRow } from '../../ui/dot-plot.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { subjectParts } from '../subjects/index.ts';
import type { IndicatorReport } from './indicator-report.query.ts';
import type { ReportSearch } from './indicator-report.search.ts';

interface Props {
  readonly report: IndicatorReport;
  readonly search: ReportSearch;
  readonly onGroup: (by: SliceBy) => void;
}

/** The indicator by service, site, team or segment; each name narrows the page to it. */
export function SlicesCard({ report, search, onGroup }: Props) {
  const format = useFormat();
  const by = search.by ?? 'service';
  const { figure, slices } = report;
  const measured = slices.filter((slice) => slice.value !== null);
  const title = titleOf(report, format);
  const grouping = (
    <Select<SliceBy>
      size="small"
      aria-label={m.board_ranking_by()}
      value={by}
      popupMatchSelectWidth={false}
      options={sliceBy.options.map((value) => ({ value, label: subjectParts[value].by() }))}
      onChange={onGroup}
    />
  );
  const percent = figure.unit === '%';
  return (
    <Card title={title} aside={measured.length === 0 ? undefined : m.board_report_slices_note()} actions={grouping}>
      {measured.length === 0 ? (
        <EmptyState title={m.board_report_slices_none()} />
      ) : (
        <DataToggle label={title} columns={columns()} rows={slices.map((slice) => tableRow(slice, report, format))}>
          <DotPlot
            rows={measured.map((slice) => ({
              ...dotRow(slice, report, format),
              name: (
                <Link to="." search={{ ...search, [subjectParts[by].key]: slice.id }} title={format.text(slice.name)}>
                  {format.text(slice.name)}
                </Link>
              ),
            }))}
            target={figure.target}
            targetLabel={figure.target === null ? '' : m.board_target_value({ value: plainNumber(figure, figure.target, format.locale) })}
            format={(value) => plainNumber(figure, value, format.locale)}
            floor={figure.measure === 'number' || figure.measure === 'formula' ? undefined : 0}
            ceiling={percent ? 100 : undefined}
          />
        </DataToggle>
      )}
    </Card>
  );
}

type Slice = IndicatorReport['slices'][number];

const columns = () => [m.board_name(), m.board_value(), m.board_n(), m.board_interval(), m.board_status()];

function tableRow(slice: Slice, { figure }: IndicatorReport, format: Format): string[] {
  const exact = (value: number) => exactText(figure, value, format.locale);
  return [
    format.text(slice.name),
    slice.value === null ? '–' : exact(slice.value),
    format.number(slice.n),
    slice.interval === null ? '–' : intervalText(figure, slice.interval, format.locale),
    statusWords[slice.status](),
  ];
}

function dotRow(slice: Slice, { figure }: IndicatorReport, format: Format): Omit<DotRow, 'name'> {
  const few = slice.n < 30 && figure.measure !== 'count' && figure.measure !== 'formula';
  const value = slice.value === null ? '–' : plainNumber(figure, slice.value, format.locale);
  const missed = slice.status === 'missed';
  return {
    id: slice.id,
    value: slice.value,
    interval: slice.interval,
    text: few ? `${value} · ${m.board_few_answers()}` : value,
    attention: missed,
    sufficient: !few,
    spoken: [unitWord(figure.unit, format.locale), m.board_n_value({ n: format.number(slice.n) }), statusWords[slice.status]()].join(', '),
  };
}

function titleOf({ figure, slices }: IndicatorReport, format: Format): string {
  const worst = slices.find((slice) => slice.value !== null);
  if (worst === undefined || worst.value === null || slices.length < 2) return m.board_report_slices_title();
  return m.board_report_slices_title_worst({ name: format.text(worst.name), value: exactText(figure, worst.value, format.locale) });
}
