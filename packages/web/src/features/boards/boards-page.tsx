import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { createSharedBoard, type SharedBoard } from '@zhiheng/contract/insight/shared-boards';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useMay } from '../identity/index.ts';
import { sharedBoardsQuery } from './boards.query.ts';
import { LinksDialog } from './links/links-dialog.tsx';

const columns: () => Column<SharedBoard>[] = () => [
  {
    key: 'name',
    title: m.boards_name(),
    lead: true,
    cell: ({ id, name }) => (
      <Link to="/app/boards/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  { key: 'home', title: m.boards_home_of(), cell: ({ homeOf }) => homeOf ?? '—' },
  { key: 'widgets', title: m.boards_widget_kind(), align: 'end', cell: ({ widgets }) => m.boards_widgets_n({ n: widgets.length }) },
];

/** Boards that people arranged. */
export function SharedBoardsPage() {
  const query = useQuery(sharedBoardsQuery);
  const navigate = useNavigate();
  const may = useMay();
  const [sharing, setSharing] = useState(false);
  const create = useMutation({
    mutationFn: () => call(createSharedBoard, { body: { name: m.boards_new(), homeOf: null, widgets: [] } }),
    onSuccess: ({ id }) => void navigate({ to: '/app/boards/$id', params: { id } }),
  });
  const add = (
    <Button type="primary" loading={create.isPending} onClick={() => create.mutate()}>
      {m.boards_new()}
    </Button>
  );
  const actions = (
    <>
      {may('boards.share') ? <Button onClick={() => setSharing(true)}>{m.boards_share()}</Button> : null}
      {add}
    </>
  );
  return (
    <>
      <PageHeader title={m.boards_title()} line={m.boards_line()} actions={actions} />
      <QueryView
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={{ title: m.boards_none(), words: m.boards_none_words(), action: add }}
      >
        {({ items }) => <DataTable label={m.boards_title()} columns={columns()} rows={items} rowKey={({ id }) => id} />}
      </QueryView>
      {sharing ? <LinksDialog onClose={() => setSharing(false)} /> : null}
    </>
  );
}
