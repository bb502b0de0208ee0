import { Link } from '@tanstack/react-router';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { deleteFailure, type ServiceFailure } from '@zhiheng/contract/causes/service-failures';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';
import { detectedWords } from '../cause-words.ts';

interface Props {
  readonly failures: readonly ServiceFailure[];
  readonly onEdit: (id: string) => void;
}

export function FailuresTable({ failures, onEdit }: Props) {
  const format = useFormat();
  const may = useMay();
  const actions: Column<ServiceFailure> = {
    ...{ key: 'actions', title: m.causes_row_actions(), quiet: true, align: 'end' },
    cell: (failure) => <Actions failure={failure} onEdit={onEdit} />,
  };
  const columns = [...columnsFor(format), ...(may('findings.write') ? [actions] : [])];
  return <DataTable label={m.causes_failures_title()} columns={columns} rows={failures} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format): Column<ServiceFailure>[] => [
  {
    ...{ key: 'failed', title: m.causes_failure(), lead: true, width: '28%' },
    cell: ({ failed, effect }) => <TwoLines first={failed} second={effect} />,
  },
  { key: 'service', title: m.causes_service(), cell: ({ service }) => (service === null ? '—' : format.text(service)) },
  { key: 'began', title: m.causes_began(), align: 'end', cell: ({ beganAt }) => format.dateTime(beganAt) },
  {
    ...{ key: 'lasted', title: m.causes_duration(), align: 'end' },
    cell: ({ seconds }) => (seconds === null ? <StatusBadge tone="bad">{m.causes_lasting()}</StatusBadge> : format.duration(seconds)),
  },
  { key: 'detected', title: m.causes_detected(), cell: ({ detectedBy }) => detectedWords[detectedBy]() },
  {
    ...{ key: 'cause', title: m.causes_cause() },
    cell: ({ cause, causeText }) =>
      cause === null || causeText === null ? (
        m.causes_unknown_cause()
      ) : (
        <Link to="/app/causes/$id" params={{ id: cause.analysisId }}>
          {causeText}
        </Link>
      ),
  },
];

function Actions({ failure: { id, failed }, onEdit }: { readonly failure: ServiceFailure; readonly onEdit: Props['onEdit'] }) {
  const deletion = useDeletion({
    name: failed,
    remove: () => call(deleteFailure, { params: { id } }),
    restore: () => call(restoreFromTrash, { params: { kind: 'service-failure', id } }),
  });
  return (
    <RowActions
      actions={[
        { label: m.causes_edit(), of: failed, onClick: () => onEdit(id) },
        { label: m.causes_to_trash(), of: failed, danger: true, pending: deletion.isPending, onClick: () => deletion.mutate() },
      ]}
    />
  );
}
