import { Link } from '@tanstack/react-router';
import type { ImportJob } from '@zhiheng/contract/measurement/imports';
import { ProblemError } from '@zhiheng/contract/call';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { problemWords } from '../../lib/problem-words.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { FedIndicators } from './fed-indicators.tsx';
import { ImportCounts } from './import-counts.tsx';
import styles from './imports.module.css';
import { ProblemSummary } from './problem-summary.tsx';
import { stateFaces } from './state-words.ts';

/** What became of the file, where its figures are, and what was set aside. */
export function ImportResult({ job }: { readonly job: ImportJob }) {
  const format = useFormat();
  const face = stateFaces[job.state];
  return (
    <div className={styles.stack}>
      <Card title={m.imports_result()} actions={<StatusBadge tone={face.tone}>{face.word()}</StatusBadge>}>
        <p className={styles.line}>{sentenceOf(job, format)}</p>
        <ImportCounts job={job} />
        {job.dryRun ? null : <FedIndicators codes={job.indicators} />}
        <div className={styles.buttons}>
          {job.dryRun ? null : <Link to="/app/board">{m.imports_to_board()}</Link>}
          {job.counts.quarantined > 0 && !job.dryRun ? (
            <Link to="/app/quarantine" search={{ importId: job.id }}>
              {m.imports_open_quarantine()}
            </Link>
          ) : null}
        </div>
      </Card>
      <ProblemSummary job={job} />
    </div>
  );
}

function sentenceOf(job: ImportJob, format: Format): string {
  if (job.state === 'failed') return m.imports_failed_text({ reason: failureWords(job) });
  if (job.state === 'cancelled') return m.imports_cancelled_text();
  const { stored, corrected, quarantined } = job.counts;
  const written = stored + corrected;
  if (job.dryRun) return m.imports_dry_title({ n: format.number(written), bad: format.number(quarantined) });
  const first = written === 0 ? m.imports_done_nothing_new() : m.imports_done_text({ n: format.number(written) });
  return quarantined === 0 ? first : `${first} ${m.imports_done_with_problems({ n: format.number(quarantined) })}`;
}

/** A failure is told with the same words as any other problem. */
function failureWords({ failure }: ImportJob): string {
  if (failure === null) return m.imports_state_failed();
  const { code, params } = failure;
  return problemWords(new ProblemError({ type: 'about:blank', title: code, status: 422, code, params, errors: [] }));
}
