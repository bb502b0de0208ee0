import type { Objective } from '@zhiheng/contract/monitoring/objectives';
import { useMemo } from 'react';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import type { TrendChart } from '../../ui/chart/trend-option.ts';
import { TrendPlot } from '../../ui/chart/trend-plot.tsx';
import { DataToggle } from '../../ui/data-toggle.tsx';
import styles from './objectives.module.css';

/** How the budget of this window was spent over its time. */
export function BudgetCard({ objective }: { readonly objective: Objective }) {
  const format = useFormat();
  const { burnDown, status } = objective;
  const chart = useMemo(() => chartOf(burnDown, format), [burnDown, format]);
  const title = titleOf(status, format);
  if (burnDown.length === 0) {
    return (
      <Card title={m.objectives_burn_down()}>
        <p className={styles.note}>{m.objectives_nothing_measured()}</p>
      </Card>
    );
  }
  return (
    <Card title={title}>
      <DataToggle
        label={m.objectives_burn_down()}
        columns={[m.objectives_moment(), m.objectives_budget_left()]}
        rows={burnDown.map(({ at, left }) => [format.dateTime(at), format.percent(100 * left, 1)])}
      >
        <TrendPlot chart={chart} label={title} height={220} />
      </DataToggle>
    </Card>
  );
}

function titleOf(status: Objective['status'], format: Format): string {
  if (status?.kind !== 'measured') return m.objectives_burn_down();
  const { leftShare } = status.budget;
  return leftShare < 0
    ? m.objectives_overspent({ share: format.percent(-100 * leftShare, 0) })
    : m.objectives_spent({ share: format.percent(100 * (1 - leftShare), 0) });
}

const chartOf = (burnDown: Objective['burnDown'], format: Format): TrendChart => ({
  name: m.objectives_budget_left(),
  points: burnDown.map(({ at, left }) => ({
    ...{ label: format.dateTime(at).slice(5), value: 100 * left, interval: null, sufficient: true, notes: [] },
  })),
  lines: [{ label: m.objectives_budget_zero(), values: burnDown.map(() => 0), tone: 'alarm' }],
  format: (value) => format.percent(value, 0),
  ceiling: 100,
  labelWidth: 96,
});
