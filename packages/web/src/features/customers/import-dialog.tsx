import { useMutation } from '@tanstack/react-query';
import { customerColumn, importCustomers } from '@zhiheng/contract/customers/customers';
import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { call } from '../../lib/call.ts';
import { csvBlob } from '../../lib/csv-text.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { saveFile } from '../../lib/save-file.ts';
import { showToast } from '../../lib/toast.ts';
import { m } from '../../paraglide/messages.js';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ImportFindings } from './import-findings.tsx';
import styles from './customers.module.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ImportDialog({ open, onClose }: Props) {
  return (
    <Modal title={m.customers_import_title()} open={open} onCancel={onClose} footer={null} width={640} destroyOnHidden>
      <ImportSteps onDone={onClose} />
    </Modal>
  );
}

/** First what the file would do, then the loading itself: nothing is written before somebody has seen it. */
function ImportSteps({ onDone }: { readonly onDone: () => void }) {
  const format = useFormat();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const look = useMutation({
    mutationFn: async (file: File) => {
      const content = await file.text();
      setText(content);
      return call(importCustomers, { body: { text: content, dryRun: true } });
    },
    meta: { showsError: true },
  });
  const load = useMutation({
    mutationFn: () => call(importCustomers, { body: { text } }),
    meta: { showsError: true },
    onSuccess: ({ added, changed }) => {
      const words = m.customers_import_done({ added: format.number(added), changed: format.number(changed) });
      showToast({ tone: 'good', words });
      onDone();
    },
  });
  const found = look.data;
  const writes = found === undefined ? 0 : found.added + found.changed;
  return (
    <div className={styles.import}>
      <p className={styles.quiet}>{m.customers_import_words()}</p>
      <input
        ref={field}
        type="file"
        hidden
        accept=".csv,text/csv"
        aria-label={m.customers_import_choose()}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) look.mutate(file);
          // The same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
      {found === undefined ? null : <ImportFindings found={found} />}
      <ProblemAlert error={look.error ?? load.error} />
      <div className={styles.buttons}>
        {writes === 0 ? null : (
          <Button type="primary" loading={load.isPending} onClick={() => load.mutate()}>
            {m.customers_import_load({ n: format.number(writes) })}
          </Button>
        )}
        <Button type={writes === 0 ? 'primary' : 'default'} loading={look.isPending} onClick={() => field.current?.click()}>
          {found === undefined ? m.customers_import_choose() : m.customers_import_other()}
        </Button>
        <Button type="text" onClick={() => saveFile('customers.csv', csvBlob([customerColumn.options]))}>
          {m.customers_import_template()}
        </Button>
      </div>
    </div>
  );
}
