import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { settleDecision, type Review, type ReviewDecision } from '@zhiheng/contract/improvement/reviews';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useMay } from '../../identity/index.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import styles from '../reviews.module.css';

/** What was decided, who does it by when, and whether it is done. */
export function DecisionsCard({ review }: { readonly review: Review }) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { decisions, state } = review;
  const add =
    may('improvement.write') && state !== 'cancelled' ? <Button onClick={() => setOpen(true)}>{m.reviews_decision_add()}</Button> : null;
  return (
    <Card title={m.reviews_decisions()} actions={add}>
      {decisions.length === 0 ? (
        <p className={styles.note}>{m.reviews_decision_none()}</p>
      ) : (
        <ul className={styles.items}>
          {decisions.map((decision) => (
            <Decision key={decision.id} review={review} decision={decision} />
          ))}
        </ul>
      )}
      {open ? <DecisionDialog review={review} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

function Decision({ review, decision }: { readonly review: Review; readonly decision: ReviewDecision }) {
  const may = useMay();
  const { id, text, owner, dueOn, done, isAction, projectId, projectNumber } = decision;
  const settle = useMutation({
    mutationFn: (isDone: boolean) => call(settleDecision, { params: { id: review.id, decisionId: id }, body: { done: isDone } }),
  });
  const canSettle = may('improvement.write') && !isAction;
  return (
    <li>
      <span>
        {canSettle ? (
          <Checkbox checked={done} disabled={settle.isPending} onChange={(event) => settle.mutate(event.target.checked)}>
            {text}
          </Checkbox>
        ) : (
          text
        )}
      </span>
      <span className={styles.grey}>
        {[owner ?? m.reviews_nobody(), ...(dueOn === null ? [] : [m.reviews_late_due({ day: dueOn })])].join(' · ')}{' '}
        {projectId === null || projectNumber === null ? null : (
          <Link to="/app/projects/$id" params={{ id: projectId }} search={{ view: 'board' }}>
            {m.reviews_decision_action({ number: projectNumber })}
          </Link>
        )}{' '}
        <StatusBadge tone={done ? 'good' : 'note'}>{done ? m.reviews_decision_done() : m.reviews_decision_open()}</StatusBadge>
      </span>
    </li>
  );
}
