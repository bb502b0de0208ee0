import { Link } from '@tanstack/react-router';
import type { Verification } from '@zhiheng/contract/verification/verifications';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { VerificationBadge } from '../verification-badge.tsx';
import styles from '../verification.module.css';
import { verdictSentence, warningSentence } from './verdict-sentence.ts';

/** What the data say, in one sentence, and what must be known beside it. */
export function VerdictCard({ verification }: { readonly verification: Verification }) {
  const format = useFormat();
  const { current, state, verdict } = verification;
  return (
    <Card title={m.verification_verdict()}>
      <div className={styles.list}>
        <VerificationBadge state={state} verdict={verdict} />
        <p className={styles.words}>{verdictSentence(verification, format)}</p>
        <Afterwards verification={verification} />
        {current.warnings.length === 0 ? null : (
          <ul className={styles.list} aria-label={m.verification_warnings()}>
            {current.warnings.map((warning) => (
              <li key={warning.code}>
                <StatusBadge tone="near">{warningSentence(warning, verification, format)}</StatusBadge>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function Afterwards({ verification: { withdrawn, reopened, state, verdict } }: { readonly verification: Verification }) {
  const format = useFormat();
  if (withdrawn !== null)
    return <p className={styles.words}>{m.verification_withdrawn({ at: format.dateTime(withdrawn.at), reason: withdrawn.reason })}</p>;
  if (reopened !== null) {
    const at = format.dateTime(reopened.at);
    return (
      <p className={styles.words}>
        {reopened.reason === 'complaint' ? m.verification_reopened_complaint({ at }) : m.verification_reopened_returned({ at })}{' '}
        {reopened.caseId === null ? null : (
          <Link to="/app/cases/$id" params={{ id: reopened.caseId }}>
            {m.verification_reopened_case()}
          </Link>
        )}
      </p>
    );
  }
  return state === 'decided' && verdict === 'effective' ? <p className={styles.note}>{m.verification_watched()}</p> : null;
}
