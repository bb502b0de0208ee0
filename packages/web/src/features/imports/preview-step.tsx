import { Button } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { FileOptions, Preview } from './imports.query.ts';
import { PreviewTable } from './preview-table.tsx';
import { ReadingOptions } from './reading-options.tsx';
import styles from './wizard.module.css';

interface Props {
  readonly preview: Preview;
  readonly options: FileOptions;
  readonly onOptions: (options: FileOptions) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** The first rows as they are read, and what to change when they are read wrongly. */
export function PreviewStep({ preview, options, onOptions, onBack, onNext }: Props) {
  const format = useFormat();
  const shown = { shown: format.number(preview.rows.length), total: format.number(preview.totalRows) };
  return (
    <div className={styles.stack}>
      <Card
        title={m.imports_step_preview()}
        aside={`${m.imports_preview_title(shown)} · ${m.imports_preview_columns({ n: preview.columns.length })}`}
      >
        <ReadingOptions preview={preview} options={options} onChange={onOptions} />
        <p className={styles.help}>{m.imports_preview_rubbish()}</p>
        {preview.rows.length === 0 ? <EmptyState title={m.imports_preview_empty()} /> : <PreviewTable preview={preview} />}
      </Card>
      <div className={styles.buttons}>
        <Button onClick={onBack}>{m.imports_replace_file()}</Button>
        <Button type="primary" disabled={preview.rows.length === 0} onClick={onNext}>
          {m.imports_next()}
        </Button>
      </div>
    </div>
  );
}
