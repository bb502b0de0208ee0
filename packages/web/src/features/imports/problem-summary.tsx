import type { ImportJob } from '@zhiheng/contract/measurement/imports';
import { useFormat } from '../../lib/format/use-format.ts';
import { reasonWords, remedyWords } from '../../lib/quarantine-words.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import styles from './imports.module.css';

/** Every problem by its reason, and the rows themselves as a file. */
export function ProblemSummary({ job }: { readonly job: ImportJob }) {
  const format = useFormat();
  if (job.problems.length === 0) {
    return job.state === 'done' ? (
      <Card title={m.imports_problems()}>
        <p className={styles.quiet}>{m.imports_problems_none()}</p>
      </Card>
    ) : null;
  }
  return (
    <Card
      title={m.imports_problems()}
      actions={
        <a href={`/api/v1/imports/${job.id}/problems.csv?locale=${format.locale}`} download>
          {m.imports_download_problems()}
        </a>
      }
    >
      <PlainTable
        label={m.imports_problems()}
        columns={[m.imports_problem_reason(), m.imports_problem_rows(), m.imports_problem_first()]}
        rows={job.problems.map(({ reason, rows, firstLine }) => ({
          key: reason,
          cells: [
            <span key="reason">
              {reasonWords[reason]()} <span className={styles.quiet}>{remedyWords[reason]()}</span>
            </span>,
            format.number(rows),
            m.imports_problem_line({ line: format.number(firstLine) }),
          ],
        }))}
      />
    </Card>
  );
}
