import { Link } from '@tanstack/react-router';
import { deleteReview, type ReviewRow } from '@zhiheng/contract/improvement/reviews';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';
import { kindWords, stateTones, stateWords } from '../review-words.ts';

export function ReviewsTable({ reviews }: { readonly reviews: readonly ReviewRow[] }) {
  const format = useFormat();
  const may = useMay();
  const actions: Column<ReviewRow> = {
    ...{ key: 'actions', title: m.reviews_row_actions(), quiet: true, align: 'end' },
    cell: (review) => <Actions review={review} />,
  };
  const columns = [...columnsFor(format), ...(may('improvement.write') ? [actions] : [])];
  return <DataTable label={m.reviews_title()} columns={columns} rows={reviews} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format): Column<ReviewRow>[] => [
  {
    ...{ key: 'title', title: m.reviews_name(), lead: true, width: '36%' },
    cell: ({ id, number, title, kind }) => (
      <TwoLines
        first={
          <Link to="/app/reviews/$id" params={{ id }}>
            {title}
          </Link>
        }
        second={`${number} · ${kindWords[kind]()}`}
      />
    ),
  },
  { key: 'at', title: m.reviews_at(), cell: ({ at }) => <span className="tabular">{format.dateTime(at)}</span> },
  {
    key: 'state',
    title: m.reviews_state(),
    cell: ({ state }) => <StatusBadge tone={stateTones[state]}>{stateWords[state]()}</StatusBadge>,
  },
  {
    ...{ key: 'decisions', title: m.reviews_decisions(), align: 'end' },
    cell: ({ decisions, openDecisions }) =>
      decisions === 0 ? '—' : m.reviews_decisions_open({ open: format.number(openDecisions), all: format.number(decisions) }),
  },
];

function Actions({ review: { id, title } }: { readonly review: ReviewRow }) {
  const deletion = useDeletion({
    name: title,
    remove: () => call(deleteReview, { params: { id } }),
    restore: () => call(restoreFromTrash, { params: { kind: 'review', id } }),
  });
  return (
    <RowActions
      actions={[{ label: m.reviews_delete(), of: title, onClick: () => deletion.mutate(), danger: true, pending: deletion.isPending }]}
    />
  );
}
