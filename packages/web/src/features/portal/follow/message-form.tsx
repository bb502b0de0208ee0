import { useState, type FormEvent } from 'react';
import { useTask } from '../../../lib/use-task.ts';
import { m } from '../../../paraglide/messages.js';
import { DoorButton } from '../../../ui/door/door-button.tsx';
import { Field } from '../../../ui/door/field.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { FileChoice } from '../file-choice.tsx';
import styles from '../portal.module.css';
import { sendMessage } from '../send-message.ts';

interface Props {
  readonly token: string;
  readonly solved: boolean;
  readonly onDone: () => Promise<void>;
}

/** What one has to add; it is kept when sending fails. */
export function MessageForm({ token, solved, onDone }: Props) {
  const [body, setBody] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sent, setSent] = useState(false);
  const task = useTask();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (task.pending || (body.trim() === '' && files.length === 0)) return;
    task.run(async () => {
      await sendMessage({ token, body, files });
      setBody('');
      setFiles([]);
      setSent(true);
      await onDone();
    });
  };
  return (
    <form className={styles.card} onSubmit={submit} noValidate>
      <h2>{m.portal_write()}</h2>
      <div className={styles.stack}>
        {solved ? <p className={styles.help}>{m.portal_write_reopens()}</p> : null}
        <Field label={m.portal_write_label()}>
          {(wiring) => (
            <textarea
              {...wiring}
              className={styles.area}
              maxLength={20_000}
              value={body}
              onChange={(event) => {
                setBody(event.target.value);
                setSent(false);
              }}
            />
          )}
        </Field>
        <FileChoice files={files} onChange={setFiles} />
        <ProblemAlert error={task.error} />
        <DoorButton pending={task.pending}>{sent ? m.portal_sent() : m.portal_send()}</DoorButton>
        <span role="status" className="visually-hidden">
          {sent ? m.portal_sent() : ''}
        </span>
      </div>
    </form>
  );
}
