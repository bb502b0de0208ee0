import type { Figure } from '@zhiheng/contract/evaluation/scores';
import { differenceText, exactText } from '../../lib/figures/format-value.ts';
import { benchmarkKindWords } from '../../lib/figures/indicator-words.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import type { IndicatorReport } from './indicator-report.query.ts';
import styles from './list-card.module.css';

/** Figures from elsewhere, each with source and date, and how far we are from them. */
export function BenchmarksCard({ report }: { readonly report: IndicatorReport }) {
  const format = useFormat();
  const { comparisons, figure } = report;
  return (
    <Card title={m.board_report_benchmarks()}>
      {comparisons.length === 0 ? <p className={styles.quiet}>{m.board_report_benchmarks_none()}</p> : null}
      <ul>
        {comparisons.map(({ benchmark, gap }) => (
          <li key={benchmark.id} className={styles.item}>
            <span className={styles.words}>
              <strong>{exactText(figure, benchmark.value, format.locale)}</strong>
              <span className={styles.quiet}>
                {benchmarkKindWords[benchmark.kind]()} ·{' '}
                {benchmark.url === null ? (
                  format.text(benchmark.source)
                ) : (
                  <a href={benchmark.url} target="_blank" rel="noreferrer">
                    {format.text(benchmark.source)}
                  </a>
                )}{' '}
                · {m.board_report_benchmark_as_of({ date: benchmark.asOf })}
              </span>
            </span>
            <span className={styles.end}>{gap === null ? '–' : gapWords(gap, figure, format)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** `gap` is our value minus the benchmark; which sign is good depends on the indicator. */
function gapWords(gap: number, figure: Figure, format: Format): string {
  const text = differenceText(figure, gap, { locale: format.locale, points: m.board_points() });
  if (gap === 0) return m.board_report_benchmark_gap_same();
  if (figure.direction === 'nominal') return text;
  const better = figure.direction === 'higher' ? gap > 0 : gap < 0;
  return better ? m.board_report_benchmark_gap_better({ gap: text }) : m.board_report_benchmark_gap_worse({ gap: text });
}
