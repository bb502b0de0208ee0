import { Link } from '@tanstack/react-router';
import { deleteCalendar, type BusinessCalendar } from '@zhiheng/contract/agreements/calendars';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { useDeletion } from '../../lib/use-deletion.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { useMay } from '../identity/index.ts';
import { weekText } from './week-text.ts';

export function CalendarsTable({ calendars }: { readonly calendars: readonly BusinessCalendar[] }) {
  const format = useFormat();
  const may = useMay();
  const columns: Column<BusinessCalendar>[] = [
    {
      key: 'name',
      title: m.calendars_name(),
      lead: true,
      cell: ({ id, name, code }) => (
        <TwoLines
          first={
            <Link to="/app/admin/calendars/$id" params={{ id }}>
              {format.text(name)}
            </Link>
          }
          second={code}
        />
      ),
    },
    { key: 'hours', title: m.calendars_week(), cell: ({ definition }) => weekText(definition.week, format) },
    { key: 'zone', title: m.calendars_zone(), cell: ({ definition }) => definition.zone },
    { key: 'version', title: m.calendars_version(), align: 'end', cell: ({ version }) => format.number(version) },
    { key: 'agreements', title: m.calendars_agreements(), align: 'end', cell: ({ agreements }) => format.number(agreements) },
    { key: 'cases', title: m.calendars_open_cases(), align: 'end', cell: ({ openCases }) => format.number(openCases) },
    { key: 'updated', title: m.calendars_updated(), cell: ({ updatedAt }) => format.ago(updatedAt) },
  ];
  const actions: Column<BusinessCalendar> = {
    key: 'actions',
    title: m.calendars_actions(),
    quiet: true,
    align: 'end',
    cell: (calendar) => <ToTrash calendar={calendar} />,
  };
  return (
    <DataTable
      label={m.calendars_title()}
      columns={may('agreements.define') ? [...columns, actions] : columns}
      rows={calendars}
      rowKey={({ id }) => id}
    />
  );
}

function ToTrash({ calendar }: { readonly calendar: BusinessCalendar }) {
  const format = useFormat();
  const { id } = calendar;
  const name = format.text(calendar.name);
  const deletion = useDeletion({
    name,
    remove: () => call(deleteCalendar, { params: { id } }),
    restore: () => call(restoreFromTrash, { params: { kind: 'calendar', id } }),
  });
  return (
    <RowActions
      actions={[{ label: m.calendars_delete(), of: name, onClick: () => deletion.mutate(), danger: true, pending: deletion.isPending }]}
    />
  );
}
