import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { QueryView } from '../../ui/query-view.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { NoticeItem } from './notice-item.tsx';
import { latestQuery } from './notifications.query.ts';
import { useMarkRead } from './use-mark-read.ts';
import styles from './notifications.module.css';

/** What the bell opens. Its words are fetched then: the frame of every page carries only the count. */
export default function LatestNotices({ unread }: { readonly unread: number }) {
  const query = useQuery(latestQuery);
  const mark = useMarkRead();
  return (
    <div className={styles.panel}>
      <div className={styles.top}>
        <strong>{m.notifications_title()}</strong>
        {unread === 0 ? null : (
          <button type="button" className={styles.quiet} onClick={mark.all}>
            {m.notifications_read_all()}
          </button>
        )}
      </div>
      <QueryView query={query} skeleton={<Skeleton rows={3} height={44} />}>
        {(items) =>
          items.length === 0 ? (
            <p className={styles.none}>{m.notifications_none_title()}</p>
          ) : (
            <ul className={styles.list}>
              {items.map((notice) => (
                <NoticeItem key={notice.id} notice={notice} onOpen={mark.one} />
              ))}
            </ul>
          )
        }
      </QueryView>
      <Link to="/app/notifications" className={styles.all}>
        {m.notifications_all()}
      </Link>
    </div>
  );
}
