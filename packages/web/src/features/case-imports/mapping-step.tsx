import { useMutation } from '@tanstack/react-query';
import type { CaseFilePreview, CaseImportMapping } from '@zhiheng/contract/cases/case-imports';
import { Button } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Skeleton } from '../../ui/states.tsx';
import styles from './case-imports.module.css';
import { startOf, type FileOptions } from './case-imports.query.ts';
import { columnWords, missingColumns } from './column-words.ts';
import { ColumnsCard } from './columns-card.tsx';
import { FoundCard } from './found-card.tsx';
import { keepMapping } from './kept-mapping.ts';
import { ReadingCard } from './reading-card.tsx';
import { UnknownNamesCard } from './unknown-names-card.tsx';
import { useCaseMapping } from './use-case-mapping.ts';
import { WordsCard } from './words-card.tsx';

interface Props {
  readonly fileId: string;
  readonly onBack: () => void;
  readonly onDryRun: (jobId: string) => void;
}

/** What the columns and words of a file mean. */
export function MappingStep({ fileId, onBack, onDryRun }: Props) {
  const { query, options, chooseSheet, mappingOf, change } = useCaseMapping(fileId);
  return (
    <QueryView query={query} skeleton={<Skeleton rows={10} height={24} />}>
      {(preview) => {
        const mapping = mappingOf(preview);
        const part = { preview, mapping, onChange: change };
        return (
          <div className={styles.stack}>
            <FoundCard preview={preview} onSheet={chooseSheet} />
            <ColumnsCard {...part} />
            <WordsCard {...part} />
            <ReadingCard mapping={mapping} onChange={change} />
            <UnknownNamesCard preview={preview} />
            <RunDry fileId={fileId} options={options} preview={preview} mapping={mapping} onBack={onBack} onDryRun={onDryRun} />
          </div>
        );
      }}
    </QueryView>
  );
}

interface RunProps extends Props {
  readonly options: FileOptions;
  readonly preview: CaseFilePreview;
  readonly mapping: CaseImportMapping;
}

function RunDry({ fileId, options, preview, mapping, onBack, onDryRun }: RunProps) {
  const start = useMutation({ mutationFn: startOf, meta: { showsError: true }, onSuccess: (job) => onDryRun(job.id) });
  const missing = missingColumns(mapping);
  const run = () => {
    keepMapping(fileId, { mapping, options: { ...options } });
    start.mutate({ fileId, options: { ...options }, mapping, dryRun: true });
  };
  return (
    <div>
      <ProblemAlert error={start.error} />
      <div className={styles.buttons}>
        <Button onClick={onBack}>{m.case_imports_other_file()}</Button>
        <Button type="primary" disabled={missing.length > 0} loading={start.isPending} onClick={run}>
          {m.case_imports_run_dry()}
        </Button>
        <Missing preview={preview} mapping={mapping} />
      </div>
    </div>
  );
}

function Missing({ preview, mapping }: Pick<RunProps, 'preview' | 'mapping'>) {
  const format = useFormat();
  const columns = missingColumns(mapping);
  const words = preview.statuses.filter(({ word }) => mapping.statuses[word] === undefined);
  if (columns.length + words.length === 0) return null;
  return (
    <span className={styles.missing} role="status">
      ▲{' '}
      {columns.length > 0
        ? m.case_imports_missing_columns({ fields: format.list(columns.map((field) => columnWords[field]())) })
        : m.case_imports_missing_statuses({ n: format.number(words.length) })}
    </span>
  );
}
