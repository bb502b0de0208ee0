import type { ClockMonth } from '@zhiheng/contract/cases/clock-months';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import styles from '../clock-reports.module.css';
import type { Months } from '../reports.query.ts';
import { changeText, figureName, figureText, inOrder } from './figure-words.ts';

interface Correction {
  readonly key: string;
  readonly title: string;
  readonly aside: string;
  readonly deltas: ClockMonth['differences'];
}

/** What differs from what was reported and waits for a reason, then every restatement, the newest first. */
export function CorrectionsCard({ months }: { readonly months: Months }) {
  const format = useFormat();
  const corrections = months.items.flatMap(({ month, differences, restatements }): Correction[] => {
    const name = format.period(month);
    const told = restatements.toReversed().map(({ number, reason, at, by, deltas }) => ({
      ...{ key: `${month} ${number}`, title: m.reports_months_restatement_of({ month: name, number, reason }), deltas },
      aside: m.reports_months_closed_by({ by: by ?? '—', at: format.dateTime(at) }),
    }));
    if (Object.keys(differences).length === 0) return told;
    return [{ key: month, title: m.reports_months_difference_of({ month: name }), aside: '', deltas: differences }, ...told];
  });
  return (
    <Card title={m.reports_months_corrections()}>
      {corrections.length === 0 ? (
        <p className={styles.quiet}>{m.reports_months_corrections_none()}</p>
      ) : (
        <div className={styles.stack}>
          {corrections.map((correction) => (
            <CorrectionTable key={correction.key} correction={correction} contracts={months.contracts} />
          ))}
        </div>
      )}
    </Card>
  );
}

interface TableProps {
  readonly correction: Correction;
  readonly contracts: Months['contracts'];
}

function CorrectionTable({ correction: { title, aside, deltas }, contracts }: TableProps) {
  const format = useFormat();
  const rows = inOrder(Object.keys(deltas)).map((key) => {
    const { before = null, after = null, change = null } = deltas[key] ?? {};
    return {
      key,
      cells: [figureName(key, contracts), figureText(key, before, format), figureText(key, after, format), changeText(key, change, format)],
    };
  });
  const columns = [m.reports_months_figure(), m.reports_months_before(), m.reports_months_after(), m.reports_sim_change()];
  return (
    <section>
      <p className={styles.head}>
        <strong>{title}</strong>
        <span>{aside}</span>
      </p>
      <PlainTable label={title} columns={columns} rows={rows} />
    </section>
  );
}
