import { Link } from '@tanstack/react-router';
import type { Feedback } from '@zhiheng/contract/feedback/feedback';
import type { ReactNode } from 'react';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FactTable } from '../../../ui/fact-table.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useMay } from '../../identity/index.ts';
import { channelWords, scoreText, stateTones, stateWords } from '../feedback-words.ts';
import { FeedbackActions } from './feedback-actions.tsx';
import styles from './feedback-detail.module.css';
import { JudgeFields } from './judge-fields.tsx';

export function FeedbackDetail({ feedback }: { readonly feedback: Feedback }) {
  const format = useFormat();
  const mayWrite = useMay()('feedback.write');
  const { body, state, at, masked, answers } = feedback;
  return (
    <div className={styles.detail}>
      <div className={styles.head}>
        <StatusBadge tone={stateTones[state]}>{stateWords[state]()}</StatusBadge>
        <span className={styles.quiet}>{format.dateTime(at)}</span>
      </div>
      <blockquote className={styles.said}>{body}</blockquote>
      {mayWrite ? <FeedbackActions feedback={feedback} /> : null}
      <JudgeFields feedback={feedback} disabled={!mayWrite} />
      {masked ? <p className={styles.note}>{m.feedback_masked()}</p> : null}
      <FactTable label={m.feedback_facts()} rows={factsOf(feedback, format)} />
      {answers.length === 0 ? null : (
        <section className={styles.section}>
          <h2>{m.feedback_answers()}</h2>
          {answers.map(({ id, body: words, by, at: when, delivery, recipient }) => (
            <article key={id} className={styles.answer}>
              <p className={styles.quiet}>
                {[by ?? '', format.dateTime(when), recipient, deliveryWords[delivery]()].filter((part) => part !== '').join(' · ')}
              </p>
              <p className={styles.prose}>{words}</p>
            </article>
          ))}
        </section>
      )}
    </div>
  );
}

const deliveryWords = {
  waiting: m.feedback_delivery_waiting,
  sent: m.feedback_delivery_sent,
  failed: m.feedback_delivery_failed,
} as const satisfies Record<Feedback['answers'][number]['delivery'], () => string>;

function factsOf(feedback: Feedback, format: Format): (readonly [string, ReactNode])[] {
  const { channel, source, author, contact, serviceName, siteName, teamName, segmentName, caseNumber, aboutCaseNumber, followUpIds } =
    feedback;
  const place = [serviceName, siteName, teamName, segmentName].flatMap((name) => (name === null ? [] : [format.text(name)]));
  const [followUp] = followUpIds;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [m.feedback_channel(), [channelWords[channel](), source].filter((part) => part !== '').join(' · ')],
    [m.feedback_author(), author],
    [m.feedback_contact(), contact],
    [m.feedback_score(), scoreText(feedback)],
    [m.feedback_place(), place.join(' · ')],
    [m.feedback_owner(), feedback.ownerName],
    [m.feedback_case(), caseNumber === null ? null : <CaseLink number={caseNumber} />],
    [m.feedback_about_case(), aboutCaseNumber === null ? null : <CaseLink number={aboutCaseNumber} />],
    [
      m.feedback_tab_follow_ups(),
      followUp === undefined ? null : (
        <Link to="/app/feedback/follow-ups" search={{ view: 'open', item: followUp }}>
          {m.feedback_follow_up_open()}
        </Link>
      ),
    ],
  ];
  return facts.filter(([, value]) => value !== null && value !== '');
}

const CaseLink = ({ number }: { readonly number: string }) => (
  <Link to="/app/cases/$id" params={{ id: number }}>
    {number}
  </Link>
);
