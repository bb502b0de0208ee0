import { useQuery } from '@tanstack/react-query';
import type { Limits } from '@zhiheng/contract/measurement/indicators';
import { exactText } from '../../lib/figures/format-value.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { indicatorQuery } from '../indicators/index.ts';
import type { IndicatorReport } from './indicator-report.query.ts';
import styles from './list-card.module.css';

/** Target and limits as they were from each day on: a month keeps those it was judged by. */
export function LimitsCard({ report }: { readonly report: IndicatorReport }) {
  const format = useFormat();
  const { data } = useQuery(indicatorQuery(report.indicator.code));
  const history = data?.history ?? [];
  const exact = (value: number | null) => (value === null ? '–' : exactText(report.figure, value, format.locale));
  // Packs set their limits from a day long before any data.
  const from = (day: string) => (day <= '2000-01-01' ? m.board_report_from_start() : day);
  const row = (limits: Limits) => [from(limits.validFrom), exact(limits.target), exact(limits.warning), exact(limits.critical)];
  return (
    <Card title={m.board_report_history()}>
      {history.length === 0 ? (
        <p className={styles.quiet}>{m.board_report_history_none()}</p>
      ) : (
        <PlainTable
          label={m.board_report_history()}
          columns={[m.board_report_valid_from(), m.board_target_short(), m.board_warning_short(), m.board_critical_short()]}
          rows={history.map((limits) => ({ key: String(limits.version), cells: row(limits) }))}
        />
      )}
    </Card>
  );
}
