import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { PopoverMenu } from '../../ui/popover-menu.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { NoticeItem } from './notice-item.tsx';
import { countQuery, latestQuery } from './notifications.query.ts';
import { useLiveCount } from './use-live-count.ts';
import { useMarkRead } from './use-mark-read.ts';
import styles from './notifications.module.css';

const mostShown = 99;

/** How much is unread, live; opened, the latest of it. */
export function NotificationBell() {
  useLiveCount();
  const { data: unread = 0 } = useQuery(countQuery);
  const [open, setOpen] = useState(false);
  const face = (
    <span className={styles.bell}>
      <BellOutlined />
      {unread === 0 ? null : (
        <span className={styles.count} aria-hidden="true">
          {unread > mostShown ? `${mostShown}+` : unread}
        </span>
      )}
    </span>
  );
  return (
    <PopoverMenu label={unread === 0 ? m.notifications_title() : m.notifications_bell({ n: unread })} face={face} onToggle={setOpen}>
      {open ? <Latest unread={unread} /> : null}
    </PopoverMenu>
  );
}

function Latest({ unread }: { readonly unread: number }) {
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
