import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deleteReportSchedule, type ReportSchedule } from '@zhiheng/contract/reports/schedules';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';
import { kindWords } from '../report-words.ts';
import { ReportsTabs } from '../reports-tabs.tsx';
import { schedulesQuery } from '../reports.query.ts';
import { ScheduleDialog } from './schedule-dialog.tsx';

/** Reports that are made every month about the month before. */
export function ReportSchedulesPage() {
  const may = useMay();
  const query = useQuery(schedulesQuery);
  const [edited, setEdited] = useState<ReportSchedule | 'new' | null>(null);
  const add = may('reports.write') ? (
    <Button type="primary" onClick={() => setEdited('new')}>
      {m.reporting_schedule_new()}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={m.reporting_tab_schedules()} line={m.reporting_schedules_line()} actions={add} />
      <ReportsTabs />
      <QueryView
        query={query}
        skeleton={<Skeleton rows={4} height={40} />}
        isEmpty={({ items }) => items.length === 0}
        empty={{ title: m.reporting_schedules_none(), words: m.reporting_schedules_none_text(), action: add }}
      >
        {({ items }) => <SchedulesTable schedules={items} onEdit={may('reports.write') ? setEdited : null} />}
      </QueryView>
      {edited === null ? null : <ScheduleDialog schedule={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

interface TableProps {
  readonly schedules: readonly ReportSchedule[];
  readonly onEdit: ((schedule: ReportSchedule) => void) | null;
}

function SchedulesTable({ schedules, onEdit }: TableProps) {
  const format = useFormat();
  const remove = useMutation({
    mutationFn: ({ id }: ReportSchedule) => call(deleteReportSchedule, { params: { id } }),
    meta: { done: m.reporting_schedule_deleted() },
  });
  const actions: Column<ReportSchedule> = {
    ...{ key: 'actions', title: m.reporting_row_actions(), quiet: true, align: 'end' },
    cell: (schedule) => (
      <RowActions
        actions={[
          { label: m.reporting_edit(), of: schedule.name, onClick: () => onEdit?.(schedule) },
          {
            label: m.reporting_delete(),
            of: schedule.name,
            onClick: () => remove.mutate(schedule),
            danger: true,
            pending: remove.isPending,
          },
        ]}
      />
    ),
  };
  const columns = [...columnsFor(format), ...(onEdit === null ? [] : [actions])];
  return <DataTable label={m.reporting_tab_schedules()} columns={columns} rows={schedules} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format): Column<ReportSchedule>[] => [
  {
    ...{ key: 'name', title: m.reporting_schedule_name(), lead: true, width: '30%' },
    cell: ({ name, kind }) => <TwoLines first={name} second={kindWords[kind]()} />,
  },
  { key: 'when', title: m.reporting_when(), cell: ({ day, hour }) => m.reporting_when_text({ day, hour: String(hour).padStart(2, '0') }) },
  {
    ...{ key: 'next', title: m.reporting_next() },
    cell: ({ nextAt }) =>
      nextAt === null ? (
        <StatusBadge tone="idle">{m.reporting_resting()}</StatusBadge>
      ) : (
        <span className="tabular">{format.dateTime(nextAt)}</span>
      ),
  },
  { key: 'recipients', title: m.reporting_recipients(), align: 'end', cell: ({ recipients }) => format.number(recipients.length) },
  {
    ...{ key: 'last', title: m.reporting_last() },
    cell: ({ lastReportId }) =>
      lastReportId === null ? (
        '—'
      ) : (
        <Link to="/app/reports/$id" params={{ id: lastReportId }}>
          {m.reporting_open()}
        </Link>
      ),
  },
];
