import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { shareText, statusWords, targetText } from './objective-words.ts';
import { historyQuery } from './objectives.query.ts';
import styles from './objectives.module.css';

/** Months, each judged by the version that was in force at its end. */
export function HistoryCard({ id }: { readonly id: string }) {
  const format = useFormat();
  const query = useQuery(historyQuery(id));
  return (
    <Card title={m.objectives_history()}>
      <QueryView query={query}>
        {(months) => (
          <PlainTable
            label={m.objectives_history()}
            columns={[
              ...[m.objectives_month(), m.objectives_attainment(), m.objectives_target(), m.objectives_state()],
              ...[m.objectives_budget_left(), m.objectives_coverage(), m.objectives_version()],
            ]}
            rows={months.map(({ month, status, target, version, restated }) => ({
              key: month,
              cells: [
                `${format.period(month)}${restated ? ` ${m.objectives_restated()}` : ''}`,
                status.kind === 'measured' ? shareText(status.attainment, format) : '—',
                targetText(target, format),
                <StatusBadge key="state" tone={statusWords(status).tone}>
                  {statusWords(status).word}
                </StatusBadge>,
                status.kind === 'measured' ? format.percent(100 * status.budget.leftShare, 0) : '—',
                status.coverage.share === null ? '—' : shareText(status.coverage.share, format, 1),
                format.number(version),
              ],
            }))}
          />
        )}
      </QueryView>
      <p className={styles.note}>{m.objectives_history_note()}</p>
    </Card>
  );
}
