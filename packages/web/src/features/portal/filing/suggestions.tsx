import { readAtPortal, solvedAtPortal } from '@zhiheng/contract/cases/portal';
import type { Reply } from '@zhiheng/contract/endpoint';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { currentLocale } from '../../../lib/locale.ts';
import { useTask } from '../../../lib/use-task.ts';
import { m } from '../../../paraglide/messages.js';
import { DoorButton } from '../../../ui/door/door-button.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import styles from '../portal.module.css';
import type { Suggested } from './use-suggestions.ts';

// Fetched when somebody opens an article: the form does not wait for it.
const ArticleBody = lazy(() => import('./article-body.tsx').then((file) => ({ default: file.ArticleBody })));

interface Props {
  readonly code: string;
  readonly suggested: Suggested;
  readonly onSolved: () => void;
}
type Open = Reply<typeof readAtPortal> & { readonly id: string };

/** Articles that may answer it already. One opens in place; what was typed stays. */
export function Suggestions({ code, suggested, onSolved }: Props) {
  const [open, setOpen] = useState<Open | null>(null);
  const task = useTask();
  const { offerId, items } = suggested;
  if (offerId === null || items.length === 0) return null;
  const inWords = (text: { readonly zh: string; readonly en: string }) => text[currentLocale()] || text.zh || text.en;
  const read = (id: string) =>
    task.run(async () => setOpen({ id, ...(await call(readAtPortal, { params: { code, id }, body: { offerId } })) }));
  const solved = (id: string) =>
    task.run(async () => {
      await call(solvedAtPortal, { params: { code, id }, body: { offerId } });
      onSolved();
    });
  return (
    <section className={styles.suggestions} aria-label={m.portal_suggestions()}>
      <p>{m.portal_suggestions()}</p>
      <ul>
        {items.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.suggestion}
              aria-expanded={open?.id === id}
              onClick={() => (open?.id === id ? setOpen(null) : read(id))}
            >
              {inWords(title)}
            </button>
            {open?.id === id ? (
              <div className={styles.article}>
                <Suspense>
                  <ArticleBody text={inWords(open.body)} locale={open.body[currentLocale()] === '' ? 'zh' : currentLocale()} />
                </Suspense>
                <DoorButton quiet pending={task.pending} onClick={() => solved(id)}>
                  {m.portal_suggestion_solved()}
                </DoorButton>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemAlert error={task.error} />
    </section>
  );
}
