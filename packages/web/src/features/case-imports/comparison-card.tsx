import type { CaseImport } from '@zhiheng/contract/cases/case-imports';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import styles from './case-imports.module.css';

/** Where history and column of the solution differ, and by how much. */
export function ComparisonCard({ job }: { readonly job: CaseImport }) {
  const format = useFormat();
  const { comparison } = job;
  if (comparison === null || comparison.both === 0) return null;
  const { both, equal, historyOnly, columnOnly } = comparison;
  const mean = (seconds: number): string => m.case_imports_hours({ n: format.number(seconds / both / 3600, 3) });
  const differs = both > equal || historyOnly + columnOnly > 0;
  const numbers = { both: format.number(both), equal: format.number(equal), share: format.percent((100 * equal) / both) };
  return (
    <Card
      title={m.case_imports_comparison()}
      actions={
        differs ? (
          <a href={`/api/v1/case-imports/${job.id}/findings.csv?kind=difference&locale=${format.locale}`} download>
            {m.case_imports_comparison_download()}
          </a>
        ) : undefined
      }
    >
      <p className={styles.line}>{m.case_imports_comparison_line(numbers)}</p>
      <PlainTable
        label={m.case_imports_comparison()}
        columns={[m.case_imports_comparison_what(), m.case_imports_comparison_n(), m.case_imports_comparison_mean()]}
        rows={[
          { key: 'history', cells: [m.case_imports_comparison_history(), format.number(both), mean(comparison.historySeconds)] },
          { key: 'column', cells: [m.case_imports_comparison_column(), format.number(both), mean(comparison.columnSeconds)] },
        ]}
      />
      <p className={styles.quiet}>
        {m.case_imports_comparison_only({ history: format.number(historyOnly), column: format.number(columnOnly) })}
      </p>
    </Card>
  );
}
