import { Link } from '@tanstack/react-router';
import { deleteFieldStudy, type FieldStudyRow } from '@zhiheng/contract/fieldwork/studies';
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
import { kindWords, spanText, stateTones, stateWords } from '../fieldwork-words.ts';

export function StudiesTable({ studies }: { readonly studies: readonly FieldStudyRow[] }) {
  const format = useFormat();
  const may = useMay();
  const actions: Column<FieldStudyRow> = {
    ...{ key: 'actions', title: m.fieldwork_row_actions(), quiet: true, align: 'end' },
    cell: (study) => <Actions study={study} />,
  };
  const columns = [...columnsFor(format), ...(may('fieldwork.write') ? [actions] : [])];
  return <DataTable label={m.fieldwork_studies()} columns={columns} rows={studies} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format): Column<FieldStudyRow>[] => [
  { key: 'name', title: m.fieldwork_name(), lead: true, width: '36%', cell: (study) => <Name study={study} /> },
  {
    key: 'state',
    title: m.fieldwork_state(),
    cell: ({ state }) => <StatusBadge tone={stateTones[state]}>{stateWords[state]()}</StatusBadge>,
  },
  { key: 'service', title: m.fieldwork_service(), cell: ({ serviceName }) => (serviceName === null ? '—' : format.text(serviceName)) },
  { key: 'span', title: m.fieldwork_span(), cell: ({ from, until }) => <span className="tabular">{spanText(from, until)}</span> },
  { key: 'held', title: m.fieldwork_held(), align: 'end', cell: (study) => heldText(study, format) },
  { key: 'planned', title: m.fieldwork_session_planned(), align: 'end', cell: ({ sessions }) => format.number(sessions.planned) },
];

function heldText({ sessions, wanted }: FieldStudyRow, format: Format): string {
  const held = format.number(sessions.held);
  return wanted === null ? held : `${held} / ${format.number(wanted)}`;
}

function Name({ study: { id, code, name, kind } }: { readonly study: FieldStudyRow }) {
  const format = useFormat();
  return (
    <TwoLines
      first={
        <Link to="/app/fieldwork/$id" params={{ id }}>
          {format.text(name)}
        </Link>
      }
      second={`${code} · ${kindWords[kind]()}`}
    />
  );
}

function Actions({ study: { id, name } }: { readonly study: FieldStudyRow }) {
  const format = useFormat();
  const deletion = useDeletion({
    name: format.text(name),
    remove: () => call(deleteFieldStudy, { params: { id } }),
    restore: () => call(restoreFromTrash, { params: { kind: 'field-study', id } }),
  });
  return (
    <RowActions
      actions={[
        { label: m.fieldwork_delete(), of: format.text(name), onClick: () => deletion.mutate(), danger: true, pending: deletion.isPending },
      ]}
    />
  );
}
