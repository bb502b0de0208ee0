import { Link } from '@tanstack/react-router';
import type { ObjectiveAlert } from '@zhiheng/contract/monitoring/objectives';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { severityWords } from './objective-words.ts';

interface Props {
  readonly alerts: readonly ObjectiveAlert[];
  /** absent where all are of one objective */
  readonly nameOf?: (alert: ObjectiveAlert) => string;
}

/** Each alert once, with when it began and ended. */
export function AlertsTable({ alerts, nameOf }: Props) {
  const format = useFormat();
  const name: Column<ObjectiveAlert> = {
    key: 'name',
    title: m.objectives_objective(),
    lead: true,
    cell: (alert) => (
      <Link to="/app/objectives/$id" params={{ id: alert.objectiveId }}>
        {nameOf?.(alert)}
      </Link>
    ),
  };
  const columns: Column<ObjectiveAlert>[] = [
    {
      key: 'state',
      title: m.objectives_alert_state(),
      cell: ({ recoveredAt }) =>
        recoveredAt === null ? (
          <StatusBadge tone="bad">{m.objectives_alert_open()}</StatusBadge>
        ) : (
          <StatusBadge tone="idle">{m.objectives_alert_over()}</StatusBadge>
        ),
    },
    { key: 'severity', title: m.objectives_severity(), cell: ({ severity }) => severityWords[severity]() },
    {
      key: 'rate',
      title: m.objectives_burn_rate(),
      align: 'end',
      cell: ({ longRate, stretch }) => m.objectives_rate_over({ rate: format.number(longRate, 1), time: format.duration(stretch) }),
    },
    {
      key: 'bad',
      title: m.objectives_bad_of(),
      align: 'end',
      cell: ({ bad, n }) => `${format.number(bad)} / ${format.number(n)}`,
    },
    { key: 'from', title: m.objectives_alert_from(), cell: ({ firedAt }) => format.dateTime(firedAt) },
    { key: 'to', title: m.objectives_alert_to(), cell: ({ recoveredAt }) => (recoveredAt === null ? '—' : format.dateTime(recoveredAt)) },
  ];
  return (
    <DataTable
      label={m.objectives_tab_alerts()}
      columns={nameOf === undefined ? columns : [name, ...columns]}
      rows={alerts}
      rowKey={({ id }) => id}
    />
  );
}
