import { useMutation } from '@tanstack/react-query';
import { createFieldQuote, updateFieldQuote, type FieldQuote } from '@zhiheng/contract/fieldwork/codes';
import { Button, Input } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { Labelled } from '../../../ui/labelled.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { CodesSelect, codesMaker } from './codes-select.tsx';
import styles from './notes.module.css';

/** What is coded: a passage that was selected, or a quote that is there. */
export type QuoteTarget =
  | {
      readonly kind: 'new';
      readonly sessionId: string;
      readonly start: number;
      readonly end: number;
      /** the notes must be stored first; tells their version */
      readonly settle: () => Promise<number>;
    }
  | { readonly kind: 'known'; readonly quote: FieldQuote };

interface Props {
  readonly studyId: string;
  readonly words: string;
  readonly target: QuoteTarget;
  readonly onDone: () => void;
}

/** Codes and a memo for a passage: type to find a code, Enter takes it, Ctrl with Enter saves, Escape leaves. */
export function QuoteForm({ studyId, words, target, onDone }: Props) {
  const known = target.kind === 'known' ? target.quote : null;
  const [codes, setCodes] = useState<readonly string[]>(known?.codeIds ?? []);
  const [memo, setMemo] = useState(known?.memo ?? '');
  const made = codesMaker(studyId);
  const save = useMutation({
    mutationFn: async () => {
      const codeIds = await made(codes);
      if (target.kind === 'known') {
        const { id, version } = target.quote;
        return call(updateFieldQuote, { params: { id }, body: { version, codeIds, memo } });
      }
      const { sessionId, start, end, settle } = target;
      const notesVersion = await settle();
      return call(createFieldQuote, { params: { id: sessionId }, body: { notesVersion, start, end, codeIds, memo } });
    },
    meta: { showsError: true, done: m.fieldwork_quote_saved() },
    onSuccess: onDone,
  });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save.mutate();
  };
  return (
    <Card title={known === null ? m.fieldwork_quote_new() : m.fieldwork_quote_edit()}>
      <div className={styles.form} onKeyDown={press}>
        <blockquote className={styles.words}>{words}</blockquote>
        <Labelled label={m.fieldwork_codes()} help={m.fieldwork_codes_help()}>
          {(id) => <CodesSelect id={id} studyId={studyId} value={codes} onChange={setCodes} />}
        </Labelled>
        <Labelled label={m.fieldwork_memo()}>
          {(id) => <Input.TextArea id={id} rows={2} maxLength={4000} value={memo} onChange={(event) => setMemo(event.target.value)} />}
        </Labelled>
        <ProblemAlert error={save.error} />
        <div className={styles.buttons}>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
            {m.fieldwork_save()} <kbd className={styles.key}>Ctrl ↵</kbd>
          </Button>
          <Button onClick={onDone}>{m.shell_cancel()}</Button>
        </div>
      </div>
    </Card>
  );
}
