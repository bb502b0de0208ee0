import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useMay } from '../../identity/index.ts';
import { channelWords } from '../words/case-words.ts';
import { FollowUpDialog } from './follow-up-dialog.tsx';
import styles from './follow-ups-card.module.css';
import { outcomeTones, outcomeWords } from './outcome-words.ts';

type FollowUp = ServiceCase['followUps'][number];

/** Whom one asked after the solution, and what they said. */
export function FollowUpsCard({ shown }: { readonly shown: ServiceCase }) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const owed = shown.followUps.some(({ doneAt }) => doneAt === null);
  const asks = shown.status === 'resolved' || shown.status === 'following-up' || (shown.status === 'closed' && owed);
  if (shown.followUps.length === 0 && (!asks || shown.loop.length === 0)) return null;
  const record =
    asks && may('cases.write') ? (
      <Button size="small" onClick={() => setOpen(true)}>
        {m.cases_follow_up_record()}
      </Button>
    ) : undefined;
  return (
    <Card title={m.cases_follow_ups()} actions={record}>
      <ul>
        {shown.followUps.map((one) => (
          <FollowUpItem key={one.id} one={one} />
        ))}
      </ul>
      <FollowUpDialog shown={shown} open={open} onClose={() => setOpen(false)} />
    </Card>
  );
}

function FollowUpItem({ one }: { readonly one: FollowUp }) {
  const format = useFormat();
  const { outcome, doneAt, channel, by } = one;
  const when = doneAt === null ? m.cases_follow_up_due({ date: one.dueOn }) : format.dateTime(doneAt);
  return (
    <li className={styles.item}>
      <p className={styles.head}>
        <span>
          {[
            when,
            ...(channel === null ? [] : [channelWords[channel]()]),
            ...(by === null ? planOf(one) : [by]),
            ...(one.rating === null ? [] : [m.cases_follow_up_rated({ n: one.rating })]),
          ].join(' · ')}
        </span>
        {outcome === null ? null : <StatusBadge tone={outcomeTones[outcome]}>{outcomeWords[outcome]()}</StatusBadge>}
      </p>
      {one.note === '' ? null : <p className={styles.note}>{one.note}</p>}
    </li>
  );
}

/** What a contact is for that is still owed, and whose task it is. */
const planOf = ({ doneAt, reason, ownerName }: FollowUp): string[] =>
  doneAt === null ? [...(reason === 'low-rating' ? [m.portal_follow_up_low()] : []), ...(ownerName === null ? [] : [ownerName])] : [];
