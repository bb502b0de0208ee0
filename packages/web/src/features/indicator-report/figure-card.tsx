import { differenceText, exactText, intervalText, writeValue } from '../../lib/figures/format-value.ts';
import { judgeChange } from '../../lib/figures/judge-change.ts';
import { statusTones, statusWordOf } from '../../lib/figures/status-words.ts';
import { targetText } from '../../lib/figures/target-text.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import styles from './figure-card.module.css';
import type { IndicatorReport } from './indicator-report.query.ts';

/** The figure of the period with its evidence. */
export function FigureCard({ report }: { readonly report: IndicatorReport }) {
  const format = useFormat();
  const { figure } = report;
  const written = figure.value === null ? { text: '–', unit: '' } : writeValue(figure, figure.value, format.locale);
  return (
    <Card title={m.board_report_value()} actions={<StatusBadge tone={statusTones[figure.status]}>{statusWordOf(figure)}</StatusBadge>}>
      <p className={styles.value}>
        {written.text} <span className={styles.unit}>{written.unit}</span>
      </p>
      <Change report={report} />
      <dl className={styles.facts}>
        {factsOf(report, format).map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Change({ report: { figure } }: { readonly report: IndicatorReport }) {
  const format = useFormat();
  const change = judgeChange(figure);
  if (change === null) return <p className={styles.change}>{m.board_no_previous()}</p>;
  if (change.direction === 'same') return <p className={styles.change}>{m.board_unchanged()}</p>;
  const tone = change.good === null ? undefined : change.good ? styles.better : styles.worse;
  return (
    <p className={styles.change}>
      <span className={tone}>
        <span aria-hidden="true">{change.direction === 'up' ? '▲' : '▼'}</span>{' '}
        {differenceText(figure, change.difference, { locale: format.locale, points: m.board_points() })}
      </span>{' '}
      {figure.previous === null ? null : m.board_report_previous({ value: exactText(figure, figure.previous, format.locale) })}
    </p>
  );
}

function factsOf({ figure }: IndicatorReport, format: Format): [string, string][] {
  const exact = (value: number) => exactText(figure, value, format.locale);
  const few = figure.n > 0 && !figure.sufficient ? ` · ${m.board_few_answers()}` : '';
  const facts: [string, string | null][] = [
    [m.board_target_short(), figure.target === null ? m.board_target_none() : targetText(figure, figure.target, format.locale)],
    [m.board_warning_short(), figure.warning === null ? null : exact(figure.warning)],
    [m.board_critical_short(), figure.critical === null ? null : exact(figure.critical)],
    [m.board_interval(), figure.interval === null ? null : intervalText(figure, figure.interval, format.locale)],
    [m.board_n(), `${format.number(figure.n)}${few}`],
    [m.board_score(), figure.score === null ? null : format.number(figure.score, 1)],
  ];
  return facts.flatMap(([word, value]) => (value === null ? [] : [[word, value]]));
}
