import { Link } from '@tanstack/react-router';
import type { Project } from '@zhiheng/contract/improvement/projects';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { outcomeTones, outcomeWords } from '../project-words.ts';
import styles from '../improvement.module.css';

/** Whether it helped: said by the data of a registered verification, or by nobody. */
export function VerificationCard({ project }: { readonly project: Project }) {
  const format = useFormat();
  const { verification, verdict, unverifiedReason } = project;
  return (
    <Card title={m.improvement_verification()}>
      {unverifiedReason === '' ? null : <p className={styles.purpose}>{m.improvement_unverified({ reason: unverifiedReason })}</p>}
      {verification === null ? (
        unverifiedReason === '' ? (
          <>
            <p className={styles.purpose}>{m.improvement_verification_none()}</p>
            <p className={styles.note}>{m.improvement_verification_help()}</p>
            {project.state === 'draft' ? (
              <Link to="/app/verifications/new" search={{ project: project.id }}>
                {m.verification_new()}
              </Link>
            ) : null}
          </>
        ) : null
      ) : (
        <p className={styles.purpose}>
          {m.improvement_verification_since({ at: format.dateTime(verification.registeredAt) })}{' '}
          <Link to="/app/verifications/$id" params={{ id: verification.id }}>
            {m.verification_title()}
          </Link>
        </p>
      )}
      {verification !== null && verdict === null ? <p className={styles.note}>{m.improvement_verification_waits()}</p> : null}
      {verdict === null ? null : <Verdict verdict={verdict} />}
    </Card>
  );
}

function Verdict({ verdict: { verdict, at, interval } }: { readonly verdict: NonNullable<Project['verdict']> }) {
  const format = useFormat();
  return (
    <>
      <p className={styles.purpose}>
        <StatusBadge tone={outcomeTones[verdict]}>
          {m.improvement_verification_says({ verdict: outcomeWords[verdict](), at: format.date(at) })}
        </StatusBadge>
      </p>
      {interval === null ? null : (
        <p className={styles.note}>
          {m.improvement_verification_interval({ low: format.number(interval[0], 2), high: format.number(interval[1], 2) })}
        </p>
      )}
    </>
  );
}
