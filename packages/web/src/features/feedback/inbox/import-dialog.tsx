import { useMutation } from '@tanstack/react-query';
import { importFeedback, type FeedbackColumn } from '@zhiheng/contract/feedback/feedback';
import { Button, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { Labelled } from '../../../ui/labelled.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import styles from './feedback-detail.module.css';
import { ImportFindings } from './import-findings.tsx';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ImportDialog({ open, onClose }: Props) {
  return (
    <Modal title={m.feedback_import_title()} open={open} onCancel={onClose} footer={null} width={720} destroyOnHidden>
      <ImportSteps onDone={onClose} />
    </Modal>
  );
}

interface Asked {
  readonly text: string;
  readonly source: string;
  readonly columns: Partial<Record<FeedbackColumn, string>>;
}

/** First what the file would do, then the loading itself: nothing is written before somebody has seen it. */
function ImportSteps({ onDone }: { readonly onDone: () => void }) {
  const format = useFormat();
  const field = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState<Asked>({ text: '', source: '', columns: {} });
  const look = useMutation({
    mutationFn: (next: Asked) => call(importFeedback, { body: { ...next, dryRun: true } }),
    meta: { showsError: true },
  });
  const load = useMutation({
    mutationFn: () => call(importFeedback, { body: asked }),
    meta: { showsError: true },
    onSuccess: ({ added }) => {
      showToast({ tone: 'good', words: m.feedback_import_done({ n: format.number(added) }) });
      onDone();
    },
  });
  const ask = (next: Asked) => {
    setAsked(next);
    look.mutate(next);
  };
  const choose = async (file: File) =>
    ask({ ...asked, source: asked.source || file.name.replace(/\.csv$/i, ''), text: await file.text(), columns: {} });
  const found = look.data;
  return (
    <div className={styles.import}>
      <p className={styles.quiet}>{m.feedback_import_words()}</p>
      <Labelled label={m.feedback_source()} help={m.feedback_import_source_help()}>
        {(id) => (
          <Input
            id={id}
            maxLength={120}
            value={asked.source}
            onChange={(event) => setAsked({ ...asked, source: event.target.value })}
            onBlur={() => (asked.text === '' || asked.source.trim() === '' ? undefined : look.mutate(asked))}
          />
        )}
      </Labelled>
      <input
        ref={field}
        type="file"
        hidden
        accept=".csv,text/csv"
        aria-label={m.feedback_import_choose()}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void choose(file);
          // The same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
      {found === undefined ? null : <ImportFindings found={found} onColumns={(columns) => ask({ ...asked, columns })} />}
      <ProblemAlert error={look.error ?? load.error} />
      <div className={styles.buttons}>
        {found === undefined || found.added === 0 ? null : (
          <Button type="primary" loading={load.isPending} disabled={asked.source.trim() === ''} onClick={() => load.mutate()}>
            {m.feedback_import_load({ n: format.number(found.added) })}
          </Button>
        )}
        <Button loading={look.isPending} onClick={() => field.current?.click()}>
          {found === undefined ? m.feedback_import_choose() : m.feedback_import_other()}
        </Button>
      </div>
    </div>
  );
}
