import { Link } from '@tanstack/react-router';
import { statusTones, statusWordOf } from '../../lib/figures/status-words.ts';
import { valueText } from '../../lib/figures/format-value.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { filterIn } from '../subjects/index.ts';
import type { IndicatorReport } from './indicator-report.query.ts';
import type { ReportSearch } from './indicator-report.search.ts';

/** What a formula is fed with in this period; each opens its own page. */
export function InputsCard({ report, search }: { readonly report: IndicatorReport; readonly search: ReportSearch }) {
  const format = useFormat();
  return (
    <Card title={m.board_report_inputs()} aside={report.indicator.formula}>
      <PlainTable
        label={m.board_report_inputs()}
        columns={[m.board_name(), m.board_value(), m.board_n(), m.board_status()]}
        rows={report.inputs.map((input) => ({
          key: input.indicator,
          cells: [
            <Link
              key="name"
              to="/app/indicators/$code"
              params={{ code: input.indicator }}
              search={{ period: report.period, ...filterIn(search) }}
            >
              {format.text(input.name)}
            </Link>,
            input.value === null ? '–' : valueText(input, input.value, format.locale),
            format.number(input.n),
            <StatusBadge key="status" tone={statusTones[input.status]}>
              {statusWordOf(input)}
            </StatusBadge>,
          ],
        }))}
      />
    </Card>
  );
}
