import type { Reply } from '@zhiheng/contract/endpoint';
import type { testOutgoing } from '@zhiheng/contract/mail/mail';
import { m } from '../../../paraglide/messages.js';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { failureWords } from '../mail-words.ts';
import styles from './settings.module.css';

interface Props {
  readonly result: Reply<typeof testOutgoing> | undefined;
  readonly changed: boolean;
  /** when it worked */
  readonly words: string;
}

/** How a trial ended, in words, with what the other side said. */
export function TrialResult({ result, changed, words }: Props) {
  return (
    <div className={styles.result} role="status">
      {changed ? m.mail_trial_save_first() : <Outcome result={result} words={words} />}
    </div>
  );
}

function Outcome({ result, words }: Pick<Props, 'result' | 'words'>) {
  if (result === undefined) return null;
  if (result.failure === null) return <StatusBadge tone="good">{words}</StatusBadge>;
  return (
    <>
      <StatusBadge tone="bad">{failureWords[result.failure]()}</StatusBadge>
      {result.detail === '' ? null : <div className={styles.detail}>{m.mail_trial_said({ words: result.detail })}</div>}
    </>
  );
}
