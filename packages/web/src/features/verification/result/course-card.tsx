import type { Verification } from '@zhiheng/contract/verification/verifications';
import { useMemo } from 'react';
import { exactText } from '../../../lib/figures/format-value.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { TrendPlot } from '../../../ui/chart/trend-plot.tsx';
import { DataToggle } from '../../../ui/data-toggle.tsx';
import { verificationChart } from '../verification-chart.ts';
import styles from '../verification.module.css';

/** The frozen baseline, and what was measured since. */
export function CourseCard({ verification }: { readonly verification: Verification }) {
  const format = useFormat();
  const { baseline, after, title, unit, decimals, method, current } = verification;
  const chart = useMemo(() => verificationChart({ ...verification, name: verification.title }, format), [verification, format]);
  const label = m.verification_chart_label({ name: title, before: format.number(baseline.length), after: format.number(after.length) });
  const rows = [
    ...baseline.map((point) => ({ ...point, part: m.verification_part_before() })),
    ...after.map((point) => ({ ...point, part: m.verification_part_after() })),
  ];
  return (
    <Card title={m.verification_chart_title()} aside={method === 'comparison-unit' ? m.verification_chart_difference() : undefined}>
      <DataToggle
        label={label}
        columns={[m.verification_column_day(), m.verification_column_part(), m.verification_column_value(), m.verification_column_n()]}
        rows={rows.map(({ day, part, value, n }) => [
          day,
          part,
          exactText({ unit, decimals, measure: 'number' }, value, format.locale),
          format.number(n),
        ])}
      >
        <TrendPlot chart={chart} label={label} height={300} />
        {current.interval === null ? null : <p className={styles.note}>{m.verification_chart_band()}</p>}
      </DataToggle>
    </Card>
  );
}
