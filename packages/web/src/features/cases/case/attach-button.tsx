import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { m } from '../../../paraglide/messages.js';
import styles from './composer.module.css';
import type { Attachments } from './use-attachments.ts';

/** Chooses files, and lists those chosen. */
export function AttachButton({ attachments }: { readonly attachments: Attachments }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <span className={styles.attach}>
      <Button icon={<PaperClipOutlined />} loading={attachments.pending} onClick={() => field.current?.click()}>
        {m.cases_composer_attach()}
      </Button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={m.cases_composer_attach()}
        onChange={({ target }) => {
          for (const file of target.files ?? []) attachments.add(file);
          target.value = '';
        }}
      />
      {attachments.files.map(({ id, name }) => (
        <span key={id} className={styles.file}>
          {name}
          <button type="button" aria-label={m.cases_composer_remove({ name })} onClick={() => attachments.remove(id)}>
            <CloseOutlined aria-hidden="true" />
          </button>
        </span>
      ))}
    </span>
  );
}
