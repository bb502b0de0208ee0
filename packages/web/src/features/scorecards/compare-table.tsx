import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SliceBy } from '@zhiheng/contract/evaluation/scores';
import { valueText } from '../../lib/figures/format-value.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { GradeBadge } from '../../ui/grade-badge.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ScoreBar } from '../../ui/score-bar.tsx';
import { ScoreChange } from '../../ui/score-change.tsx';
import { filterIn, subjectParts } from '../subjects/index.ts';
import { compareQuery, type ScoreSlices } from './scorecards.query.ts';
import type { ScorecardsSearch } from './scorecards.search.ts';
import styles from './score-tree.module.css';

type Slice = ScoreSlices['slices'][number];

/** The index and the headline figures of each service, site, team or segment. */
export function CompareTable({ search, by }: { readonly search: ScorecardsSearch; readonly by: SliceBy }) {
  const format = useFormat();
  const query = useQuery(compareQuery(search, by));
  return (
    <QueryView query={query} isEmpty={(data) => data.slices.length === 0} empty={{ title: m.board_scores_no_groups() }}>
      {(data) => (
        <DataTable
          label={m.board_scores_compare()}
          columns={columnsOf(data, search, format)}
          rows={worstFirst(data.slices)}
          rowKey={(slice) => slice.id}
        />
      )}
    </QueryView>
  );
}

const worstFirst = (slices: readonly Slice[]) => slices.toSorted((a, b) => (a.score ?? Infinity) - (b.score ?? Infinity));

function columnsOf(data: ScoreSlices, search: ScorecardsSearch, format: Format): Column<Slice>[] {
  const figures = data.slices[0]?.figures ?? [];
  return [
    { key: 'name', title: subjectParts[data.by].label(), cell: (slice) => nameOf(slice, data, { search, format }) },
    { key: 'score', title: m.board_score(), width: '18%', cell: (slice) => <Score slice={slice} format={format} /> },
    { key: 'grade', title: m.board_grade(), cell: (slice) => <GradeBadge grade={slice.grade} /> },
    {
      key: 'change',
      title: m.board_scores_change(),
      cell: (slice) => <ScoreChange score={slice.score} previous={slice.previous} period={data.period} />,
    },
    { key: 'coverage', title: m.board_coverage(), align: 'end', cell: (slice) => format.percent(slice.coverage * 100, 0) },
    ...figures.map(({ indicator, name }): Column<Slice> => ({
      key: indicator,
      title: format.text(name),
      align: 'end',
      cell: (slice) => figureText(slice, indicator, format),
    })),
  ];
}

function nameOf(slice: Slice, data: ScoreSlices, { search, format }: { readonly search: ScorecardsSearch; readonly format: Format }) {
  return (
    <Link to="." search={{ ...search, ...filterIn(search), period: data.period, view: 'tree', [subjectParts[data.by].key]: slice.id }}>
      {format.text(slice.name)}
    </Link>
  );
}

function Score({ slice, format }: { readonly slice: Slice; readonly format: Format }) {
  return (
    <span className={styles.score}>
      <ScoreBar score={slice.score} previous={slice.previous} />
      <strong>{slice.score === null ? '–' : format.number(slice.score, 1)}</strong>
    </span>
  );
}

function figureText(slice: Slice, indicator: string, format: Format): string {
  const figure = slice.figures.find((one) => one.indicator === indicator);
  return figure === undefined || figure.value === null ? '–' : valueText(figure, figure.value, format.locale);
}
