import { Link } from '@tanstack/react-router';
import type { Attention, Board } from '@zhiheng/contract/insight/board';
import type { ReactNode } from 'react';
import { filterIn } from '../subjects/index.ts';
import type { BoardSearch } from './board.search.ts';

interface Props {
  readonly item: Attention;
  readonly board: Board;
  readonly search: BoardSearch;
  readonly children: ReactNode;
}

/** Leads to the page behind a line: the indicator, the quarantine or the calendar. */
export function AttentionLink({ item, board, search, children }: Props) {
  if (item.kind === 'quarantine') return <Link to="/app/quarantine">{children}</Link>;
  if (item.kind === 'collection_overdue') return <Link to="/app/collections">{children}</Link>;
  if (item.indicator === null) return <Link to="/app/scorecards">{children}</Link>;
  const by = item.kind === 'slice_missed' ? board.ranking?.by : undefined;
  return (
    <Link to="/app/indicators/$code" params={{ code: item.indicator }} search={{ period: board.period, by, ...filterIn(search) }}>
      {children}
    </Link>
  );
}
