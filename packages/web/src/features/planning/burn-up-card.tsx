import type { Plan } from '@zhiheng/contract/improvement/plans';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';

/** What was to be done and what was done by the end of each month, as parts of the whole. */
export function BurnUpCard({ plan: { burnUp } }: { readonly plan: Plan }) {
  const format = useFormat();
  if (burnUp.length === 0) return null;
  return (
    <Card title={m.planning_burn_up()} flush>
      <DataTable
        label={m.planning_burn_up()}
        columns={[
          { key: 'month', title: m.planning_month(), lead: true, width: '24%', cell: ({ month }) => format.period(month) },
          {
            ...{ key: 'planned', title: m.planning_planned() },
            cell: ({ planned, month }) => <ProgressBar share={planned} label={`${m.planning_planned()} ${month}`} />,
          },
          {
            ...{ key: 'done', title: m.planning_done() },
            cell: ({ done, month }) => (done === null ? '—' : <ProgressBar share={done} label={`${m.planning_done()} ${month}`} />),
          },
        ]}
        rows={burnUp}
        rowKey={({ month }) => month}
      />
    </Card>
  );
}
