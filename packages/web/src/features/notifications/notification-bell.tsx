import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { PopoverMenu } from '../../ui/popover-menu.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { countQuery } from './notifications.query.ts';
import { useLiveCount } from './use-live-count.ts';
import styles from './notifications.module.css';

const LatestNotices = lazy(() => import('./latest-notices.tsx'));

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
      {open ? (
        <Suspense fallback={<Skeleton rows={3} height={44} />}>
          <LatestNotices unread={unread} />
        </Suspense>
      ) : null}
    </PopoverMenu>
  );
}
