import type { FieldResults } from '@zhiheng/contract/fieldwork/results';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { shortMonth } from '../../../ui/chart/short-month.ts';
import { TrendPlot } from '../../../ui/chart/trend-plot.tsx';
import { DataToggle } from '../../../ui/data-toggle.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { evidenceOf, intervalOf, meanText } from './figure-text.ts';

export function MonthsCard({ months }: Pick<FieldResults, 'months'>) {
  const format = useFormat();
  const title = m.fieldwork_score_by_month();
  if (months.length === 0)
    return (
      <Card title={title}>
        <EmptyState title={m.fieldwork_no_score()} words={m.fieldwork_no_score_text()} />
      </Card>
    );
  const points = months.map(({ month, figure }) => ({
    label: shortMonth(month, format.locale),
    value: figure.mean,
    interval: intervalOf(figure),
    sufficient: figure.sufficient,
    notes: [evidenceOf(figure, 1, format)],
  }));
  return (
    <Card title={title}>
      <DataToggle
        label={title}
        columns={[m.fieldwork_month(), m.fieldwork_score(), m.fieldwork_evidence()]}
        rows={months.map(({ month, figure }) => [format.period(month), meanText(figure, 1, format), evidenceOf(figure, 1, format)])}
      >
        <TrendPlot
          label={title}
          height={220}
          chart={{ name: title, points, lines: [], labelWidth: 24, format: (value) => format.number(value, 1), floor: 0, ceiling: 100 }}
        />
      </DataToggle>
    </Card>
  );
}
