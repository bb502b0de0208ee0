import { Link } from '@tanstack/react-router';
import type { CaseImport } from '@zhiheng/contract/cases/case-imports';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { codeWords } from '../../lib/problem-words.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import styles from './case-imports.module.css';
import { ComparisonCard } from './comparison-card.tsx';
import { FindingsCard } from './findings-card.tsx';
import { ImportCounts } from './import-counts.tsx';
import { stateFaces } from './state-faces.ts';
import { UndoButton } from './undo-button.tsx';

/** What became of the file, and what was met on the way. */
export function ImportResult({ job }: { readonly job: CaseImport }) {
  const format = useFormat();
  const face = stateFaces[job.state];
  return (
    <div className={styles.stack}>
      <Card title={m.case_imports_result()} actions={<StatusBadge tone={face.tone}>{face.word()}</StatusBadge>}>
        <p className={styles.line}>{sentenceOf(job, format)}</p>
        <ImportCounts job={job} />
        {job.dryRun ? null : (
          <div className={styles.buttons}>
            <Link to="/app/cases" search={{ view: 'all', all: true }}>
              {m.case_imports_to_cases()}
            </Link>
            <UndoButton job={job} />
          </div>
        )}
      </Card>
      <ComparisonCard job={job} />
      <FindingsCard job={job} />
    </div>
  );
}

function sentenceOf(job: CaseImport, format: Format): string {
  if (job.undone !== null) {
    const { removed, kept } = job.undone;
    return m.case_imports_result_undone({ removed: format.number(removed), kept: format.number(kept) });
  }
  if (job.state === 'failed') return m.case_imports_result_failed({ reason: codeWords(job.failure?.code ?? 'fault', job.failure?.params) });
  if (job.state === 'cancelled') return m.case_imports_result_cancelled();
  const { created, updated, refused } = job.counts;
  if (created + updated + refused === 0) return m.case_imports_result_nothing();
  const numbers = { created: format.number(created), updated: format.number(updated), refused: format.number(refused) };
  return job.dryRun ? m.case_imports_result_dry(numbers) : m.case_imports_result_done(numbers);
}
