import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { deliveryState, type DeliveryState } from '@zhiheng/contract/notifications/channel-kind';
import { retryDelivery, type Delivery } from '@zhiheng/contract/notifications/channels';
import { Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { postFailureWords } from '../../../lib/post-failure-words.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { kindWords } from '../notice-words.ts';
import { deliveryBadges } from './channel-words.ts';
import { deliveriesQuery } from './channels.query.ts';

const route = getRouteApi('/app/admin/channels');

/** What waits, what went, what failed and why. */
export function DeliveriesView() {
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const format = useFormat();
  const query = useInfiniteQuery(deliveriesQuery(state));
  const retry = useMutation({
    mutationFn: (id: string) => call(retryDelivery, { params: { id }, body: {} }),
    meta: { done: m.notifications_log_retried() },
  });
  return (
    <>
      <FilterBar>
        <Select<DeliveryState | 'all'>
          aria-label={m.notifications_log_state()}
          style={{ width: 160 }}
          value={state ?? 'all'}
          options={[
            { value: 'all', label: m.notifications_log_state_all() },
            ...deliveryState.options.map((value) => ({ value, label: deliveryBadges[value].word() })),
          ]}
          onChange={(next) => void navigate({ search: { view: 'log', state: next === 'all' ? undefined : next }, replace: true })}
        />
      </FilterBar>
      <QueryView query={query} skeleton={<Skeleton rows={8} height={40} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return <EmptyState title={state === undefined ? m.notifications_log_none() : m.notifications_log_none_match()} />;
          const columns = columnsFor(format, { retrying: retry.isPending ? retry.variables : null, onRetry: (id) => retry.mutate(id) });
          return (
            <>
              <DataTable label={m.notifications_channels_tab_log()} columns={columns} rows={rows} rowKey={({ id }) => id} />
              <MoreButton query={query} />
            </>
          );
        }}
      </QueryView>
    </>
  );
}

interface Retrying {
  readonly retrying: string | null;
  readonly onRetry: (id: string) => void;
}

const columnsFor = (format: Format, { retrying, onRetry }: Retrying): Column<Delivery>[] => [
  {
    key: 'what',
    title: m.notifications_log_what(),
    lead: true,
    width: '34%',
    cell: ({ kind, label }) => <TwoLines first={kindWords[kind]()} second={label} />,
  },
  {
    key: 'channel',
    title: m.notifications_log_channel(),
    cell: ({ channelName, person }) => <TwoLines first={channelName} second={person ?? m.notifications_log_room()} />,
  },
  { key: 'state', title: m.notifications_log_state(), width: '26%', cell: (delivery) => <State delivery={delivery} /> },
  { key: 'attempts', title: m.notifications_log_attempts(), align: 'end', cell: ({ attempts }) => format.number(attempts) },
  { key: 'at', title: m.notifications_log_at(), align: 'end', cell: ({ at, sentAt }) => format.dateTime(sentAt ?? at) },
  {
    key: 'actions',
    title: m.notifications_channel_actions(),
    quiet: true,
    align: 'end',
    cell: ({ id, state, label }) =>
      state === 'failed' ? (
        <RowActions actions={[{ label: m.notifications_log_retry(), of: label, onClick: () => onRetry(id), pending: retrying === id }]} />
      ) : null,
  },
];

function State({ delivery: { state, failure, status, detail, nextAt } }: { readonly delivery: Delivery }) {
  const format = useFormat();
  const { tone, word } = deliveryBadges[state];
  const badge = <StatusBadge tone={tone}>{word()}</StatusBadge>;
  const parts = [
    ...(failure === null ? [] : [postFailureWords({ failure, status })]),
    ...(detail === '' ? [] : [detail]),
    ...(nextAt === null ? [] : [m.notifications_log_next({ at: format.dateTime(nextAt) })]),
  ];
  return parts.length === 0 ? badge : <TwoLines first={badge} second={parts.join(' · ')} />;
}
