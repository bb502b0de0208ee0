import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import { NoticeItem } from './notice-item.tsx';
import { countQuery, notificationsQuery, settingsQuery } from './notifications.query.ts';
import { SettingsForm } from './settings-form.tsx';
import { useMarkRead } from './use-mark-read.ts';
import styles from './notifications.module.css';

const route = getRouteApi('/app/notifications');

/** All that one was told, and what one wants to be told. */
export function NotificationsPage() {
  const { view } = route.useSearch();
  const mark = useMarkRead();
  const { data: unread = 0 } = useQuery(countQuery);
  const tabs = [
    [undefined, m.notifications_tab_all()],
    ['unread', m.notifications_tab_unread({ n: unread })],
    ['settings', m.notifications_tab_settings()],
  ] as const;
  return (
    <>
      <PageHeader
        title={m.notifications_title()}
        line={m.notifications_line()}
        actions={view === 'settings' || unread === 0 ? undefined : <Button onClick={mark.all}>{m.notifications_read_all()}</Button>}
      />
      <TabLinks label={m.notifications_views()}>
        {tabs.map(([to, label]) => (
          <Link key={to ?? 'all'} from="/app/notifications" to="/app/notifications" search={{ view: to }} activeOptions={{ exact: true }}>
            {label}
          </Link>
        ))}
      </TabLinks>
      {view === 'settings' ? <Settings /> : <List unread={view === 'unread'} />}
    </>
  );
}

function List({ unread }: { readonly unread: boolean }) {
  const query = useInfiniteQuery(notificationsQuery(unread));
  const mark = useMarkRead();
  return (
    <QueryView query={query} skeleton={<Skeleton rows={6} height={56} />}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Nothing unread={unread} />;
        return (
          <>
            <Card flush>
              <ul className={styles.list}>
                {items.map((notice) => (
                  <NoticeItem key={notice.id} notice={notice} onOpen={mark.one} />
                ))}
              </ul>
            </Card>
            <MoreButton query={query} />
          </>
        );
      }}
    </QueryView>
  );
}

const Nothing = ({ unread }: { readonly unread: boolean }) => (
  <EmptyState
    title={unread ? m.notifications_none_unread() : m.notifications_none_title()}
    words={m.notifications_none_text()}
    action={
      <Link to="/app/notifications" search={{ view: 'settings' }}>
        {m.notifications_to_settings()}
      </Link>
    }
  />
);

function Settings() {
  const query = useQuery(settingsQuery);
  return <QueryView query={query}>{(settings) => <SettingsForm settings={settings} />}</QueryView>;
}
