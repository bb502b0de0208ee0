import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Feedback } from '@zhiheng/contract/feedback/feedback';
import { createFollowUp } from '@zhiheng/contract/feedback/follow-ups';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { useMay, useMe } from '../../identity/index.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { AttachDialog } from './attach-dialog.tsx';
import styles from './feedback-detail.module.css';
import { RouteDialog } from './route-dialog.tsx';
import { useChangeFeedback } from './use-change-feedback.ts';

/** Where it goes: to a case, to its author, to whoever calls back, to the suggestions, or away. */
export function FeedbackActions({ feedback }: { readonly feedback: Feedback }) {
  const may = useMay();
  const me = useMe();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'route' | 'answer' | 'attach' | null>(null);
  const { mutate, isPending } = useChangeFeedback();
  const callBack = useMutation({
    mutationFn: () => call(createFollowUp, { body: { feedbackId: feedback.id } }),
    meta: { done: m.feedback_follow_up_made() },
    onSuccess: ({ id }) => void navigate({ to: '/app/feedback/follow-ups', search: { view: 'open', item: id } }),
  });
  const { state, caseNumber, contact, ownerId, followUpIds } = feedback;
  const become = (next: 'closed' | 'suggestion' | 'new') => mutate({ rows: [feedback], change: { state: next } });
  return (
    <div className={styles.actions} role="group" aria-label={m.feedback_actions()}>
      {caseNumber === null && may('cases.write') ? (
        <Button type="primary" onClick={() => setOpen('route')}>
          {m.feedback_route()}
        </Button>
      ) : null}
      {contact === '' ? null : <Button onClick={() => setOpen('answer')}>{m.feedback_answer()}</Button>}
      {followUpIds.length > 0 ? null : (
        <Button loading={callBack.isPending} onClick={() => callBack.mutate()}>
          {m.feedback_follow_up_make()}
        </Button>
      )}
      <Button onClick={() => setOpen('attach')}>{m.feedback_to_need()}</Button>
      {state === 'suggestion' ? null : (
        <Button disabled={isPending} onClick={() => become('suggestion')}>
          {m.feedback_keep_suggestion()}
        </Button>
      )}
      {ownerId === me.id ? null : (
        <Button disabled={isPending} onClick={() => mutate({ rows: [feedback], change: { ownerId: me.id } })}>
          {m.feedback_take()}
        </Button>
      )}
      {state === 'closed' && caseNumber === null ? (
        <Button disabled={isPending} onClick={() => become('new')}>
          {m.feedback_reopen()}
        </Button>
      ) : null}
      {state === 'closed' ? null : (
        <Button disabled={isPending} onClick={() => become('closed')}>
          {m.feedback_close()}
        </Button>
      )}
      <RouteDialog feedback={feedback} open={open === 'route'} onClose={() => setOpen(null)} />
      <AttachDialog feedback={feedback} open={open === 'attach'} onClose={() => setOpen(null)} />
      <AnswerDialog feedback={feedback} open={open === 'answer'} onClose={() => setOpen(null)} />
    </div>
  );
}
