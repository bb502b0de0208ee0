import { Link } from '@tanstack/react-router';
import { sliceBy, type SliceBy } from '@zhiheng/contract/evaluation/scores';
import type { Board } from '@zhiheng/contract/insight/board';
import { Select } from 'antd';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { DataToggle } from '../../ui/data-toggle.tsx';
import { DotPlot } from '../../ui/dot-plot.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { filterIn, subjectParts } from '../subjects/index.ts';
import type { BoardSearch } from './board.search.ts';
import { rankingRows, rankingTable, rankingStyle, type Ranking } from './ranking-rows.ts';

interface Props {
  readonly board: Board;
  readonly search: BoardSearch;
  readonly onGroup: (by: SliceBy) => void;
}

const shown = 8;

/** Who is behind, with the doubt drawn in: intervals that overlap are no order of merit. */
export function RankingCard({ board, search, onGroup }: Props) {
  const format = useFormat();
  const { ranking } = board;
  const grouping = (
    <Select<SliceBy>
      size="small"
      aria-label={m.board_ranking_by()}
      value={ranking?.by ?? search.by ?? 'service'}
      popupMatchSelectWidth={false}
      options={sliceBy.options.map((value) => ({ value, label: subjectParts[value].by() }))}
      onChange={onGroup}
    />
  );
  if (ranking === null || ranking.slices.length === 0) {
    return (
      <Card title={m.board_ranking_by()} actions={grouping}>
        <EmptyState title={m.board_ranking_none()} />
      </Card>
    );
  }
  const title = titleOf(ranking, format);
  const style = rankingStyle(board, ranking, format);
  const link = (id: string, name: string) => (
    <Link
      to="/app/indicators/$code"
      params={{ code: ranking.indicator }}
      search={{ period: board.period, by: ranking.by, ...filterIn(search), [subjectParts[ranking.by].key]: id }}
      title={name}
    >
      {name}
    </Link>
  );
  const rest = ranking.slices.length - shown;
  return (
    <Card title={title} aside={notes[ranking.by]()} actions={grouping}>
      <DataToggle label={title} {...rankingTable(ranking, style, format)}>
        <DotPlot
          rows={rankingRows({ ...ranking, slices: ranking.slices.slice(0, shown) }, style, { format, link })}
          target={ranking.target}
          targetLabel={ranking.target === null ? '' : m.board_target_value({ value: style.plain(ranking.target) })}
          format={style.plain}
          floor={style.floor}
          ceiling={style.ceiling}
        />
      </DataToggle>
      {rest > 0 ? (
        <p>
          <Link
            to="/app/indicators/$code"
            params={{ code: ranking.indicator }}
            search={{ period: board.period, by: ranking.by, ...filterIn(search) }}
          >
            {m.board_ranking_more({ n: rest })}
          </Link>
        </p>
      ) : null}
    </Card>
  );
}

const notes: Readonly<Record<SliceBy, () => string>> = {
  site: m.board_ranking_note_by_site,
  service: m.board_ranking_note_by_service,
  team: m.board_ranking_note_by_team,
  segment: m.board_ranking_note_by_segment,
};

function titleOf(ranking: Ranking, format: Format): string {
  const n = ranking.slices.filter((slice) => slice.attention).length;
  const name = format.text(ranking.name);
  return n > 0 ? m.board_ranking_title_some({ name, n }) : m.board_ranking_title_none({ name });
}
