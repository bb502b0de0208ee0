import { useMutation } from '@tanstack/react-query';
import type { SavedMapping } from '@zhiheng/contract/measurement/imports';
import { Button } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { startOf, type FileOptions, type Preview } from './imports.query.ts';
import { keepMapping } from './kept-mapping.ts';
import { mappingOf, missingIn } from './mapping-draft.ts';
import { MeasuresCard } from './measures-card.tsx';
import { missingWords } from './missing-words.ts';
import { ObservationFields } from './observation-fields.tsx';
import { RowKindCard } from './row-kind-card.tsx';
import { SavedMappings } from './saved-mappings.tsx';
import { SubjectCard } from './subject-card.tsx';
import { TimeCard } from './time-card.tsx';
import { useMappingDraft } from './use-mapping-draft.ts';
import styles from './wizard.module.css';

interface Props {
  readonly fileId: string;
  readonly preview: Preview;
  readonly options: FileOptions;
  readonly saved: readonly SavedMapping[];
  readonly onBack: () => void;
  readonly onDryRun: (jobId: string) => void;
}

/** How the file becomes observations. */
export function MappingStep({ fileId, preview, options, saved, onBack, onDryRun }: Props) {
  const { draft, mappingId, from, change, load, savedAs } = useMappingDraft(fileId, preview, saved);
  const format = useFormat();
  const mapping = mappingOf(draft);
  const start = useMutation({ mutationFn: startOf, meta: { showsError: true }, onSuccess: (job) => onDryRun(job.id) });
  const next = () => {
    if (mapping === null) return;
    keepMapping(fileId, { mapping, options, mappingId });
    start.mutate({ fileId, options, mapping, mappingId, dryRun: true });
  };
  const part = { draft, columns: preview.columns, onChange: change };
  const loaded = saved.find((one) => one.id === mappingId);
  const note = {
    kept: null,
    saved: loaded === undefined ? null : m.imports_saved_mapping_matches({ name: loaded.name }),
    guess: m.imports_guessed(),
    nothing: m.imports_not_guessed(),
  }[from];
  return (
    <div className={styles.stack}>
      {note === null ? null : <p role="status">{note}</p>}
      <SavedMappings saved={saved} chosen={mappingId} mapping={mapping} options={options} onLoad={load} onSaved={savedAs} />
      <RowKindCard {...part} />
      <TimeCard {...part} />
      {draft.rows === 'observations' ? (
        <Card title={m.imports_row_observations()}>
          <ObservationFields {...part} />
        </Card>
      ) : (
        <MeasuresCard {...part} />
      )}
      <SubjectCard {...part} />
      <ProblemAlert error={start.error} />
      <div className={styles.buttons}>
        <Button onClick={onBack}>{m.imports_back()}</Button>
        <Button type="primary" disabled={mapping === null} loading={start.isPending} onClick={next}>
          {m.imports_step_dry_run()}
        </Button>
        {mapping === null ? (
          <span className={styles.missing} role="status">
            ▲{' '}
            {m.imports_incomplete({
              what: missingIn(draft)
                .map(missingWords)
                .join(format.locale === 'zh' ? '、' : ', '),
            })}
          </span>
        ) : null}
      </div>
    </div>
  );
}
