import { putIntoBox } from '@zhiheng/contract/improvement/suggestions';
import { useState, type FormEvent } from 'react';
import { call } from '../../../lib/call.ts';
import { useTask } from '../../../lib/use-task.ts';
import { m } from '../../../paraglide/messages.js';
import { DoorButton } from '../../../ui/door/door-button.tsx';
import { Field } from '../../../ui/door/field.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import styles from '../portal.module.css';

const empty = { title: '', text: '', name: '', contact: '' };

/** What was written stays there when it could not be sent. */
export function SuggestionForm({ code, onSent }: { readonly code: string; readonly onSent: () => void }) {
  const [draft, setDraft] = useState(empty);
  const [tried, setTried] = useState(false);
  const { pending, error, run } = useTask();
  const isMissing = tried && draft.title.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft.title.trim() === '' || pending) return;
    run(() => call(putIntoBox, { params: { code }, body: draft }).then(onSent));
  };
  const change = (part: Partial<typeof empty>) => setDraft((now) => ({ ...now, ...part }));
  return (
    <form className={styles.stack} onSubmit={submit} noValidate>
      <div className={styles.card}>
        <Field label={m.suggestions_name()} error={isMissing ? m.suggestions_name_missing() : undefined}>
          {(wiring) => (
            <input {...wiring} maxLength={200} value={draft.title} onChange={(event) => change({ title: event.target.value })} />
          )}
        </Field>
        <Field label={m.suggestions_text()}>
          {(wiring) => (
            <textarea {...wiring} rows={5} maxLength={4000} value={draft.text} onChange={(event) => change({ text: event.target.value })} />
          )}
        </Field>
        <Field label={m.suggestions_box_name()}>
          {(wiring) => <input {...wiring} maxLength={120} value={draft.name} onChange={(event) => change({ name: event.target.value })} />}
        </Field>
        <Field label={m.suggestions_box_contact()}>
          {(wiring) => (
            <input {...wiring} maxLength={200} value={draft.contact} onChange={(event) => change({ contact: event.target.value })} />
          )}
        </Field>
      </div>
      <ProblemAlert error={error} />
      <DoorButton pending={pending}>{m.suggestions_send()}</DoorButton>
    </form>
  );
}
