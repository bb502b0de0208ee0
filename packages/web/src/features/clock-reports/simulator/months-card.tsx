import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { DataToggle } from '../../../ui/data-toggle.tsx';
import type { Result } from '../reports.query.ts';
import { attainedText, overall, shareText } from './compare.ts';
import styles from './months-card.module.css';

/** Both sides month by month, all promises together, as bars from nought. */
export function MonthsCard({ months }: { readonly months: Result['months'] }) {
  const format = useFormat();
  if (months.length === 0) return null;
  const names = [...new Set(months.map(({ month }) => month))];
  const rows = names.map((month) => ({ month, ...overall(months.filter((row) => row.month === month)) }));
  const table = rows.map(({ month, before, after }) => [format.period(month), attainedText(before, format), attainedText(after, format)]);
  return (
    <Card title={m.reports_sim_by_month()}>
      <DataToggle
        label={m.reports_sim_by_month()}
        columns={[m.reports_sim_month(), m.reports_sim_now(), m.reports_sim_draft()]}
        rows={table}
      >
        <ul className={styles.legend} aria-hidden="true">
          <li>
            <span className={`${styles.swatch} ${styles.before}`} /> {m.reports_sim_now()}
          </li>
          <li>
            <span className={`${styles.swatch} ${styles.after}`} /> {m.reports_sim_draft()}
          </li>
        </ul>
        <ol className={styles.rows}>
          {rows.map(({ month, before, after }) => (
            <li key={month} className={styles.row}>
              <span className={styles.month}>{format.period(month)}</span>
              <Bar share={before.share} kind="before" text={shareText(before.share, format)} label={m.reports_sim_now()} />
              <Bar share={after.share} kind="after" text={shareText(after.share, format)} label={m.reports_sim_draft()} />
            </li>
          ))}
        </ol>
      </DataToggle>
    </Card>
  );
}

interface BarProps {
  readonly share: number | null;
  readonly kind: 'before' | 'after';
  readonly text: string;
  readonly label: string;
}

function Bar({ share, kind, text, label }: BarProps) {
  return (
    <span className={styles.line}>
      <span className="visually-hidden">{label}</span>
      <span className={styles.track} aria-hidden="true">
        <span className={`${styles.bar} ${styles[kind]}`} style={{ width: `${(share ?? 0) * 100}%` }} />
      </span>
      <span className={styles.value}>{text}</span>
    </span>
  );
}
