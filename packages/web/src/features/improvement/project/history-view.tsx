import type { Project } from '@zhiheng/contract/improvement/projects';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import styles from '../improvement.module.css';

/** What was done to the project and its actions, newest first. */
export function HistoryView({ project: { history } }: { readonly project: Project }) {
  const format = useFormat();
  return (
    <Card title={m.improvement_tab_history()}>
      <ol className={styles.moves}>
        {history.map(({ type, at, by, data }, place) => (
          <li key={`${at}${place}`}>
            <span>
              {m.event_name({ type })}
              {typeof data.title === 'string' ? `: ${data.title}` : ''}
            </span>
            <span className={styles.grey}>
              {format.dateTime(at)} · {by ?? m.improvement_who_system()}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
