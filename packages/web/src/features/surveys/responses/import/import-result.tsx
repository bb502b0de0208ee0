import type { ResponseImport } from '@zhiheng/contract/surveys/response-imports';
import { codeWords } from '../../../../lib/problem-words.ts';
import { m } from '../../../../paraglide/messages.js';
import { Card } from '../../../../ui/card.tsx';
import { StatusBadge } from '../../../../ui/status-badge.tsx';
import styles from '../responses.module.css';
import { ImportCounts } from './import-counts.tsx';
import { stateFaces } from './state-faces.ts';
import { UndoImportButton } from './undo-import-button.tsx';

/** What became of the rows of a file. */
export function ImportResult({ job }: { readonly job: ResponseImport }) {
  const face = stateFaces[job.state];
  return (
    <Card title={titleOf(job)} aside={job.fileName} actions={<StatusBadge tone={face.tone}>{face.word()}</StatusBadge>}>
      <ImportCounts job={job} />
      {job.failure === null ? null : (
        <p role="alert" className={styles.fault}>
          ■ {codeWords(job.failure.code, job.failure.params)}
        </p>
      )}
      <UndoImportButton job={job} />
    </Card>
  );
}

function titleOf({ dryRun, state }: ResponseImport): string {
  if (dryRun) return m.surveys_import_tried();
  return state === 'done' ? m.surveys_import_done() : m.surveys_import();
}
