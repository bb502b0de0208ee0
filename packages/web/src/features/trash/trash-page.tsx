import { useMutation, useQuery } from '@tanstack/react-query';
import { listTrash, restoreFromTrash } from '@zhiheng/contract/insight/board';
import type { Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { trashKindWords } from './trash-kind-words.ts';

type Item = Reply<typeof listTrash>['items'][number];

export function TrashPage() {
  const format = useFormat();
  const query = useQuery({ queryKey: ['trash'], queryFn: ({ signal }) => call(listTrash, undefined, { signal }) });
  const columns: Column<Item>[] = [
    { key: 'label', title: m.admin_unit_name(), cell: (item) => <strong>{item.label}</strong> },
    { key: 'kind', title: m.admin_kind(), cell: (item) => trashKindWords[item.kind]() },
    { key: 'by', title: m.admin_deleted_by(), cell: (item) => item.deletedBy ?? '—' },
    { key: 'at', title: m.admin_deleted_at(), cell: (item) => format.dateTime(item.deletedAt) },
    { key: 'actions', title: m.admin_actions(), quiet: true, align: 'end', cell: (item) => <RestoreAction item={item} /> },
  ];
  return (
    <>
      <PageHeader title={m.shell_nav_trash()} line={m.admin_trash_line()} />
      <QueryView
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={{ title: m.admin_trash_none(), words: m.admin_trash_none_words() }}
      >
        {({ items }) => <DataTable label={m.shell_nav_trash()} columns={columns} rows={items} rowKey={(item) => item.id} />}
      </QueryView>
    </>
  );
}

function RestoreAction({ item }: { readonly item: Item }) {
  const { kind, id, label } = item;
  const restore = useMutation({
    mutationFn: () => call(restoreFromTrash, { params: { kind, id } }),
    meta: { done: m.shell_restored({ name: label }) },
  });
  return <RowActions actions={[{ label: m.admin_restore(), of: label, onClick: () => restore.mutate(), pending: restore.isPending }]} />;
}
