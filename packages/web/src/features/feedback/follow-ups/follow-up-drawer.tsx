import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reopenFollowUp, updateFollowUp, type FollowUp } from '@zhiheng/contract/feedback/follow-ups';
import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { call } from '../../../lib/call.ts';
import { nextDay, startOfDay } from '../../../lib/day-bounds.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DayField } from '../../../ui/day-field.tsx';
import { FactTable } from '../../../ui/fact-table.tsx';
import { Labelled } from '../../../ui/labelled.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { OwnerSelect } from '../../subjects/index.ts';
import { attemptWords, scoreText } from '../feedback-words.ts';
import { followUpQuery } from '../feedback.query.ts';
import { AttemptDialog } from './attempt-dialog.tsx';
import styles from './follow-up-drawer.module.css';
import { Standing } from './follow-ups-list.tsx';
import { ResultDialog } from './result-dialog.tsx';

interface Props {
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** One follow-up: who, why, what was tried, and how it ended. */
export function FollowUpDrawer({ id, onClose }: Props) {
  const query = useQuery({ ...followUpQuery(id ?? ''), enabled: id !== undefined });
  return (
    <Drawer open={id !== undefined} onClose={onClose} destroyOnHidden size={560} title={m.feedback_follow_up_one()}>
      {id === undefined ? null : <QueryView query={query}>{(found) => <Detail followUp={found} />}</QueryView>}
    </Drawer>
  );
}

function Detail({ followUp }: { readonly followUp: FollowUp }) {
  const format = useFormat();
  const mayWrite = useMay()('feedback.write');
  const { said, history, masked } = followUp;
  return (
    <div className={styles.detail}>
      <Standing row={followUp} />
      {said === '' ? null : <blockquote className={styles.said}>{said}</blockquote>}
      {mayWrite ? <Actions followUp={followUp} /> : null}
      {mayWrite && followUp.closedAt === null ? <Charge followUp={followUp} /> : null}
      {masked ? <p className={styles.quiet}>{m.feedback_masked()}</p> : null}
      <FactTable label={m.feedback_facts()} rows={factsOf(followUp, format)} />
      <section className={styles.section}>
        <h2>{m.feedback_follow_up_attempts()}</h2>
        {history.length === 0 ? <p className={styles.quiet}>{m.feedback_follow_up_no_attempts()}</p> : null}
        <ol className={styles.attempts}>
          {history.map(({ id, at, by, channel, reached, note }) => (
            <li key={id}>
              <strong>{reached ? m.feedback_attempt_reached() : m.feedback_attempt_missed()}</strong>{' '}
              <span className={styles.quiet}>
                {[attemptWords[channel](), by ?? '', format.dateTime(at)].filter((part) => part !== '').join(' · ')}
              </span>
              {note === '' ? null : <p className={styles.prose}>{note}</p>}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

/** The last second of a day. */
const endOf = (day: string, zone: string): string => new Date(Date.parse(startOfDay(nextDay(day), zone)) - 1000).toISOString();

/** Who calls, and until when. */
function Charge({ followUp }: { readonly followUp: FollowUp }) {
  const format = useFormat();
  const { id, version, ownerId, ownerName, dueAt } = followUp;
  const save = useMutation({
    mutationFn: (change: { ownerId?: string | null; dueAt?: string }) =>
      call(updateFollowUp, { params: { id }, body: { version, ...change } }),
    meta: { done: m.shell_saved() },
  });
  return (
    <div className={styles.charge}>
      <Labelled label={m.feedback_owner()}>
        {(field) => (
          <OwnerSelect
            id={field}
            placeholder={ownerName ?? m.feedback_nobody()}
            value={ownerId}
            onChange={(next) => save.mutate({ ownerId: next })}
          />
        )}
      </Labelled>
      <DayField
        label={m.feedback_follow_up_due()}
        value={format.date(dueAt)}
        onChange={(day) => (day === undefined ? undefined : save.mutate({ dueAt: endOf(day, format.zone) }))}
      />
    </div>
  );
}

function Actions({ followUp }: { readonly followUp: FollowUp }) {
  const [open, setOpen] = useState<'attempt' | 'result' | null>(null);
  const reopen = useMutation({
    mutationFn: () => call(reopenFollowUp, { params: { id: followUp.id } }),
    meta: { done: m.feedback_reopened() },
  });
  if (followUp.closedAt !== null)
    return (
      <div className={styles.actions}>
        <Button loading={reopen.isPending} onClick={() => reopen.mutate()}>
          {m.feedback_follow_up_reopen()}
        </Button>
      </div>
    );
  const reached = followUp.history.some((attempt) => attempt.reached);
  return (
    <div className={styles.actions} role="group" aria-label={m.feedback_actions()}>
      <Button type={reached ? 'default' : 'primary'} onClick={() => setOpen('attempt')}>
        {m.feedback_attempt_record()}
      </Button>
      <Button type={reached ? 'primary' : 'default'} disabled={followUp.history.length === 0} onClick={() => setOpen('result')}>
        {m.feedback_result_record()}
      </Button>
      <AttemptDialog followUp={followUp} open={open === 'attempt'} onClose={() => setOpen(null)} />
      <ResultDialog followUp={followUp} open={open === 'result'} onClose={() => setOpen(null)} />
    </div>
  );
}

function factsOf(followUp: FollowUp, format: Format): (readonly [string, ReactNode])[] {
  const {
    name,
    contact,
    surveyName,
    serviceName,
    ownerName,
    openedAt,
    caseNumber,
    feedbackId,
    cause,
    remedy,
    secondScore,
    closedBy,
    closedAt,
  } = followUp;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [m.feedback_follow_up_who(), name],
    [m.feedback_contact(), contact],
    [m.feedback_score(), scoreText(followUp)],
    [m.feedback_follow_up_survey(), surveyName === null ? null : format.text(surveyName)],
    [m.feedback_service(), serviceName === null ? null : format.text(serviceName)],
    [m.feedback_owner(), closedAt === null ? null : ownerName],
    [m.feedback_follow_up_opened(), format.dateTime(openedAt)],
    [m.feedback_case(), caseNumber === null ? null : <CaseLink number={caseNumber} />],
    [m.feedback_title(), feedbackId === null ? null : <SaidLink id={feedbackId} />],
    [m.feedback_cause(), cause],
    [m.feedback_remedy(), remedy],
    [m.feedback_second_score(), secondScore === null ? null : scoreText({ score: secondScore, scoreMax: followUp.scoreMax })],
    [m.feedback_closed_by(), closedAt === null ? null : [closedBy ?? '', format.dateTime(closedAt)].join(' ')],
  ];
  return facts.filter(([, value]) => value !== null && value !== '');
}

const CaseLink = ({ number }: { readonly number: string }) => (
  <Link to="/app/cases/$id" params={{ id: number }}>
    {number}
  </Link>
);
const SaidLink = ({ id }: { readonly id: string }) => (
  <Link to="/app/feedback" search={{ item: id, state: 'all' }}>
    {m.feedback_follow_up_said()}
  </Link>
);
