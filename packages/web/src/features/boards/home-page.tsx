import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { homeQuery } from './boards.query.ts';
import { WidgetGrid } from './widgets/widget-grid.tsx';

/** What somebody sees first: the board of the role, or what the role may see. */
export function HomePage() {
  const query = useQuery(homeQuery);
  const format = useFormat();
  return (
    <QueryView query={query}>
      {(shown) => {
        const line =
          shown.asOf === null
            ? {}
            : { line: m.boards_home_line({ period: format.period(shown.period), time: format.dateTime(shown.asOf) }) };
        return (
          <>
            <PageHeader title={shown.board.name === '' ? m.boards_home() : shown.board.name} {...line} />
            <WidgetGrid shown={shown} />
          </>
        );
      }}
    </QueryView>
  );
}
