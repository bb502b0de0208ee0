import type { CaseStatus, ServiceCase } from '@zhiheng/contract/cases/case';
import { Button, Mentions, Segmented, Select } from 'antd';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { usePeople } from '../people/use-people.ts';
import { statusWords } from '../words/case-words.ts';
import { AttachButton } from './attach-button.tsx';
import styles from './composer.module.css';
import { mentionedIn } from './meanwhile.rules.ts';
import { useAttachments } from './use-attachments.ts';
import type { EntryDraft } from './use-entry-draft.ts';
import type { SaveCase } from './use-save-case.ts';

export type EntryKind = 'note' | 'reply';

interface Props {
  readonly shown: ServiceCase;
  readonly saving: SaveCase;
  readonly draft: EntryDraft;
  readonly kind: EntryKind;
  readonly onKind: (kind: EntryKind) => void;
  readonly onWriting: (writing: boolean) => void;
  /** the frame around the field, so that a key of the page can put the cursor into it */
  readonly ref: RefObject<HTMLDivElement | null>;
}

/** Writes a note for the house or a reply to the customer, and may set the status in the same save. */
export function Composer({ shown, saving, draft, kind, onKind, onWriting, ref }: Props) {
  const people = usePeople();
  const attachments = useAttachments();
  const [status, setStatus] = useState<CaseStatus | null>(null);
  const { text, base } = draft;
  const write = (next: string) => {
    draft.write(next);
    onWriting(next.trim() !== '');
  };
  const clear = () => {
    draft.clear();
    setStatus(null);
    attachments.clear();
    onWriting(false);
  };
  const isReply = kind === 'reply';
  const send = () => {
    if (text.trim() === '' || attachments.pending) return;
    const entry = {
      kind,
      body: text,
      mentions: isReply ? [] : mentionedIn(text, people),
      attachmentIds: attachments.files.map(({ id }) => id),
    };
    const onSaved = () => {
      clear();
      showToast({ tone: 'good', words: isReply ? m.cases_composer_saved_reply() : m.cases_composer_saved_note() });
    };
    saving.save({ base, change: { entry, ...(status === null ? {} : { status }) }, onSaved });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
  };
  return (
    <div ref={ref} className={`${styles.composer} ${isReply ? styles.reply : ''}`} role="group" aria-label={m.cases_composer()}>
      <Segmented<EntryKind>
        aria-label={m.cases_composer_kind()}
        value={kind}
        options={[
          { value: 'note', label: m.cases_composer_note() },
          { value: 'reply', label: m.cases_composer_reply() },
        ]}
        onChange={onKind}
      />
      <Mentions
        aria-label={isReply ? m.cases_composer_reply_label() : m.cases_composer_note_label()}
        placeholder={isReply ? m.cases_composer_reply_placeholder() : m.cases_composer_note_placeholder()}
        autoSize={{ minRows: 2, maxRows: 12 }}
        maxLength={50_000}
        value={text}
        options={isReply ? [] : people.map(({ name }) => ({ value: name, label: name }))}
        onChange={write}
        onKeyDown={onKeyDown}
      />
      <div className={styles.actions}>
        <AttachButton attachments={attachments} />
        <span className={styles.end}>
          {shown.transitions.length === 0 ? null : (
            <Select<CaseStatus | null>
              aria-label={m.cases_composer_also()}
              allowClear
              placeholder={m.cases_composer_keep()}
              style={{ minWidth: 132 }}
              value={status}
              options={shown.transitions.map((value) => ({ value, label: statusWords[value]() }))}
              onChange={(next: CaseStatus | null | undefined) => setStatus(next ?? null)}
            />
          )}
          <Button type="primary" loading={saving.pending} disabled={text.trim() === ''} title={m.cases_composer_keys()} onClick={send}>
            {isReply ? m.cases_composer_send() : m.cases_composer_save()}
          </Button>
        </span>
      </div>
    </div>
  );
}
