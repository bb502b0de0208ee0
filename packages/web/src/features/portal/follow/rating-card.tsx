import type { CustomerCase } from '@zhiheng/contract/cases/portal';
import { rateByLink } from '@zhiheng/contract/cases/ratings';
import { useState, type FormEvent } from 'react';
import { call } from '../../../lib/call.ts';
import { useTask } from '../../../lib/use-task.ts';
import { m } from '../../../paraglide/messages.js';
import { DoorButton } from '../../../ui/door/door-button.tsx';
import { Field } from '../../../ui/door/field.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { satisfactionWords } from '../portal-words.ts';
import styles from '../portal.module.css';
import { SatisfactionScale } from './satisfaction-scale.tsx';

interface Props {
  readonly token: string;
  readonly rating: CustomerCase['rating'];
  readonly onDone: () => Promise<void>;
}

/** What the customer thinks of the solution: asked once, then shown. */
export function RatingCard({ token, rating, onDone }: Props) {
  if (rating === null) return <RatingForm token={token} onDone={onDone} />;
  const word = satisfactionWords[rating.value - 1]?.() ?? '';
  return (
    <section className={styles.card}>
      <p>{m.portal_rated({ n: rating.value, word })}</p>
      {rating.comment === '' ? null : <p className={`${styles.help} ${styles.entryBody}`}>{rating.comment}</p>}
    </section>
  );
}

function RatingForm({ token, onDone }: Omit<Props, 'rating'>) {
  const [value, setValue] = useState<number | null>(null);
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const task = useTask();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(value === null);
    if (task.pending || value === null) return;
    task.run(async () => {
      await call(rateByLink, { params: { token }, body: { value, comment } });
      await onDone();
    });
  };
  return (
    <form className={styles.card} onSubmit={submit} noValidate>
      <div className={styles.stack}>
        <SatisfactionScale legend={m.portal_rate()} group="rating" value={value} onChange={setValue} />
        {missing && value === null ? (
          <p role="alert" className={styles.wrong}>
            ■ {m.portal_rate_missing()}
          </p>
        ) : null}
        <Field label={m.portal_rate_comment()}>
          {(wiring) => (
            <textarea
              {...wiring}
              className={styles.area}
              maxLength={2000}
              value={comment}
              onChange={(event) => setComment(event.target.value)}
            />
          )}
        </Field>
        <ProblemAlert error={task.error} />
        <DoorButton pending={task.pending}>{m.portal_rate_send()}</DoorButton>
      </div>
    </form>
  );
}
