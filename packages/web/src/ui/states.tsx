import type { ReactNode } from 'react';
import { m } from '../paraglide/messages.js';
import { problemWords, statusOf } from '../lib/problem-words.ts';
import styles from './states.module.css';

interface StateProps {
  readonly title: string;
  readonly words?: ReactNode;
  readonly action?: ReactNode;
  readonly mark: string;
}

function State({ title, words, action, mark }: StateProps) {
  return (
    <div className={styles.state}>
      <span className={styles.mark} aria-hidden="true">
        {mark}
      </span>
      <p className={styles.title}>{title}</p>
      {words === undefined ? null : <p className={styles.words}>{words}</p>}
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  );
}

/** One sentence why there is nothing, and one action. */
export function EmptyState(props: { readonly title: string; readonly words?: ReactNode; readonly action?: ReactNode }) {
  return <State mark="○" {...props} />;
}

export function ForbiddenState() {
  return <State mark="—" title={m.shell_forbidden_title()} words={m.shell_forbidden_words()} />;
}

/** What happened and what to do; a missing permission has its own words. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  if (statusOf(error) === 403) return <ForbiddenState />;
  const again = (
    <button type="button" className={styles.again} onClick={onRetry}>
      {m.shell_try_again()}
    </button>
  );
  return (
    <div role="alert">
      <State mark="!" title={m.shell_error_title()} words={problemWords(error)} action={onRetry === undefined ? undefined : again} />
    </div>
  );
}

/** Grey bars in the final shape. */
export function Skeleton({ rows = 6, height = 20 }: { readonly rows?: number; readonly height?: number }) {
  return (
    <div role="status" aria-label={m.shell_loading()} className={styles.skeleton}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={styles.bar} style={{ height, width: `${100 - ((row * 17) % 35)}%` }} />
      ))}
    </div>
  );
}
