import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ShownBoard } from '@zhiheng/contract/insight/shared-boards';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { sharedBoardQuery } from './boards.query.ts';
import { WidgetGrid } from './widgets/widget-grid.tsx';

const ArrangeBoard = lazy(() => import('./arrange/arrange-board.tsx').then(({ ArrangeBoard: part }) => ({ default: part })));
const route = getRouteApi('/app/boards/$id');

/** One board: looked at, or arranged by those who may. */
export function SharedBoardPage() {
  const { id } = route.useParams();
  const query = useQuery(sharedBoardQuery(id));
  return <QueryView query={query}>{(shown) => <Shown key={shown.board.id} shown={shown} />}</QueryView>;
}

function Shown({ shown }: { readonly shown: ShownBoard }) {
  const format = useFormat();
  const { board, period, asOf } = shown;
  const [arranging, setArranging] = useState(board.mayChange && board.widgets.length === 0);
  if (arranging)
    return (
      <Suspense fallback={<Skeleton rows={8} />}>
        <ArrangeBoard shown={shown} onDone={() => setArranging(false)} />
      </Suspense>
    );
  const arrange = <Button onClick={() => setArranging(true)}>{m.boards_arrange()}</Button>;
  const line = asOf === null ? format.period(period) : m.boards_home_line({ period: format.period(period), time: format.dateTime(asOf) });
  return (
    <>
      <PageHeader title={board.name} line={line} {...(board.mayChange && { actions: arrange })} />
      <WidgetGrid shown={shown} />
    </>
  );
}
