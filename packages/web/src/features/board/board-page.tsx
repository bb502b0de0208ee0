import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Board } from '@zhiheng/contract/insight/board';
import { useLiveFigures } from '../../lib/figures/use-live-figures.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { PeriodPicker } from '../../ui/period-picker.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { filterIn, isFiltered, SubjectFilterBar } from '../subjects/index.ts';
import { BoardContent } from './board-content.tsx';
import { BoardEmpty } from './board-empty.tsx';
import { BoardSkeleton } from './board-skeleton.tsx';
import { boardQuery } from './board.query.ts';
import type { BoardSearch } from './board.search.ts';
import { DemoNotice } from './demo-notice.tsx';
import styles from './board.module.css';

const route = getRouteApi('/app/board');

export function BoardPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const format = useFormat();
  const query = useQuery(boardQuery(search));
  useLiveFigures('board');
  const change = (part: Partial<BoardSearch>) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const narrowed = isFiltered(search) || search.period !== undefined;
  const board = query.data === undefined || (query.data.periods.length === 0 && !narrowed) ? undefined : query.data;
  return (
    <>
      <PageHeader
        title={m.board_title()}
        line={board === undefined ? undefined : lineOf(board, format)}
        actions={
          board === undefined ? undefined : (
            <>
              <PeriodPicker period={board.period} known={board.periods} onChange={(period) => change({ period })} />
              <Link to="/app/scorecards" search={{ period: board.period, ...filterIn(search) }} className={styles.primary}>
                {m.board_open_report()}
              </Link>
            </>
          )
        }
      />
      <QueryView query={query} skeleton={<BoardSkeleton />}>
        {(data) =>
          data.periods.length === 0 && !narrowed ? (
            <BoardEmpty />
          ) : (
            <div className={query.isPlaceholderData ? styles.stale : undefined}>
              <div className={styles.filters}>
                <SubjectFilterBar value={search} onChange={change} />
                <DemoNotice />
              </div>
              {data.scope.observations === 0 ? (
                <EmptyState title={m.board_empty_slice({ period: format.period(data.period) })} words={m.board_empty_slice_text()} />
              ) : (
                <BoardContent board={data} search={search} onGroup={(by) => change({ by })} />
              )}
            </div>
          )
        }
      </QueryView>
    </>
  );
}

function lineOf(board: Board, format: Format): string {
  const { sites, services, observations } = board.scope;
  const covered = sites > 0 ? m.board_scope_sites({ n: format.number(sites) }) : m.board_scope_services({ n: format.number(services) });
  const scope = `${covered} · ${m.board_scope_observations({ n: format.number(observations) })}`;
  const asOf = board.asOf === null ? '–' : format.dateTime(board.asOf);
  return m.board_subtitle({ period: format.period(board.period), asOf, scope });
}
