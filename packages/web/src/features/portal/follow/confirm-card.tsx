import { confirmByLink } from '@zhiheng/contract/cases/portal';
import { useState, type FormEvent } from 'react';
import { call } from '../../../lib/call.ts';
import { useTask } from '../../../lib/use-task.ts';
import { m } from '../../../paraglide/messages.js';
import { DoorButton } from '../../../ui/door/door-button.tsx';
import { Field } from '../../../ui/door/field.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import styles from '../portal.module.css';
import { SatisfactionScale } from './satisfaction-scale.tsx';

interface Props {
  readonly token: string;
  /** the loop of a complaint wants a second rating */
  readonly asksRating: boolean;
  readonly onDone: () => Promise<void>;
}

/** Whether the solution holds. Only the customer can say so. */
export function ConfirmCard({ token, asksRating, onDone }: Props) {
  const [rating, setRating] = useState<number | null>(null);
  const [says, setSays] = useState<'not-solved' | null>(null);
  const task = useTask();
  const confirm = (body: { solved: boolean; note?: string }) => {
    if (task.pending) return;
    task.run(async () => {
      await call(confirmByLink, { params: { token }, body: { ...body, rating } });
      await onDone();
    });
  };
  return (
    <section className={styles.card} aria-label={m.portal_confirm()}>
      <h2>{m.portal_confirm()}</h2>
      <div className={styles.stack}>
        {asksRating ? <SatisfactionScale legend={m.portal_rate_again()} group="second" value={rating} onChange={setRating} /> : null}
        <ProblemAlert error={task.error} />
        {says === null ? (
          <div className={styles.buttons}>
            <DoorButton pending={task.pending} onClick={() => confirm({ solved: true })}>
              {m.portal_confirm_yes()}
            </DoorButton>
            <DoorButton quiet onClick={() => setSays('not-solved')}>
              {m.portal_confirm_no()}
            </DoorButton>
          </div>
        ) : (
          <NotSolved pending={task.pending} onSend={(note) => confirm({ solved: false, note })} onBack={() => setSays(null)} />
        )}
      </div>
    </section>
  );
}

interface NotSolvedProps {
  readonly pending: boolean;
  readonly onSend: (note: string) => void;
  readonly onBack: () => void;
}

function NotSolved({ pending, onSend, onBack }: NotSolvedProps) {
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(note.trim() === '');
    if (note.trim() !== '') onSend(note);
  };
  return (
    <form className={styles.stack} onSubmit={submit} noValidate>
      <Field label={m.portal_confirm_no_label()} error={missing && note.trim() === '' ? m.portal_confirm_no_missing() : undefined}>
        {(wiring) => (
          <textarea {...wiring} className={styles.area} maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <div className={styles.buttons}>
        <DoorButton pending={pending}>{m.portal_confirm_send()}</DoorButton>
        <DoorButton quiet onClick={onBack}>
          {m.portal_back()}
        </DoorButton>
      </div>
    </form>
  );
}
