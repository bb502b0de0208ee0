import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.tsx';
import { QueryView } from './query-view.tsx';
import styles from './rehearsal.module.css';

interface Props<J> {
  readonly query: UseQueryResult<J>;
  /** what is known while it runs, and when it has ended */
  readonly show: (job: J) => ReactNode;
  /** it ended well, and what was chosen is still known */
  readonly ready: boolean;
  readonly start: { readonly isPending: boolean; readonly error: unknown };
  readonly onStart: () => void;
  readonly onBack: () => void;
  readonly words: { readonly note: string; readonly back: string; readonly start: string };
}

/** What an import would do, before it is done; then it is done for good, or chosen anew. */
export function Rehearsal<J>({ query, show, ready, start, onStart, onBack, words }: Props<J>) {
  return (
    <div className={styles.stack}>
      <QueryView query={query}>{show}</QueryView>
      {ready ? <p className={styles.quiet}>{words.note}</p> : null}
      <ProblemAlert error={start.error} />
      <div className={styles.buttons}>
        <Button onClick={onBack}>{words.back}</Button>
        <Button type="primary" disabled={!ready} loading={start.isPending} onClick={onStart}>
          {words.start}
        </Button>
      </div>
    </div>
  );
}
