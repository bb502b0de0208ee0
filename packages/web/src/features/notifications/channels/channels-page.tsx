import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Channel } from '@zhiheng/contract/notifications/channels';
import { Button } from 'antd';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ForbiddenState } from '../../../ui/states.tsx';
import { TabLinks } from '../../../ui/tab-links.tsx';
import { useMay } from '../../identity/index.ts';
import { ChannelDialog } from './channel-dialog.tsx';
import { ChannelsTable } from './channels-table.tsx';
import { channelsQuery } from './channels.query.ts';
import { DeliveriesView } from './deliveries-view.tsx';

const route = getRouteApi('/app/admin/channels');

/** Robots and webhooks of the organisation, and what became of each message. */
export function ChannelsPage() {
  const { view } = route.useSearch();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  if (!may('notifications.define')) return <ForbiddenState />;
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {m.notifications_channel_add()}
    </Button>
  );
  const tabs = [
    [undefined, m.notifications_channels_tab_list()],
    ['log', m.notifications_channels_tab_log()],
  ] as const;
  return (
    <>
      <PageHeader
        title={m.notifications_channels_title()}
        line={m.notifications_channels_line()}
        actions={view === 'log' ? undefined : add}
      />
      <TabLinks label={m.notifications_channels_views()}>
        {tabs.map(([to, label]) => (
          <Link
            key={label}
            from="/app/admin/channels"
            to="/app/admin/channels"
            search={{ view: to }}
            activeOptions={{ exact: to === undefined }}
          >
            {label}
          </Link>
        ))}
      </TabLinks>
      {view === 'log' ? <DeliveriesView /> : <Channels add={add} />}
      {adding ? <ChannelDialog channel={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function Channels({ add }: { readonly add: React.ReactNode }) {
  const query = useQuery(channelsQuery);
  const [edited, setEdited] = useState<Channel | null>(null);
  return (
    <>
      <QueryView
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={{ title: m.notifications_channels_none(), words: m.notifications_channels_none_words(), action: add }}
      >
        {({ items }) => <ChannelsTable channels={items} onEdit={setEdited} />}
      </QueryView>
      {edited === null ? null : <ChannelDialog channel={edited} onClose={() => setEdited(null)} />}
    </>
  );
}
