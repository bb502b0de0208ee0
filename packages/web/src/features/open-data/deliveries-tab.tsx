import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { webhookDeliveryState, type WebhookDeliveryState } from '@zhiheng/contract/open-data/webhook-state';
import { replayWebhookDelivery, type WebhookDelivery } from '@zhiheng/contract/open-data/webhooks';
import { Select } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { postFailureWords } from '../../lib/post-failure-words.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { webhookDeliveriesQuery } from './open-data.query.ts';

const route = getRouteApi('/app/admin/open-data');

const badges: Readonly<Record<WebhookDeliveryState, { readonly tone: Tone; readonly word: () => string }>> = {
  waiting: { tone: 'note', word: m.open_data_log_state_waiting },
  sent: { tone: 'good', word: m.open_data_log_state_sent },
  failed: { tone: 'bad', word: m.open_data_log_state_failed },
};

/** What programs were told, and what became of it. */
export function DeliveriesTab() {
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const format = useFormat();
  const query = useInfiniteQuery(webhookDeliveriesQuery(state));
  const replay = useMutation({
    mutationFn: (id: string) => call(replayWebhookDelivery, { params: { id }, body: {} }),
    meta: { done: m.open_data_replayed() },
  });
  return (
    <>
      <FilterBar>
        <Select<WebhookDeliveryState | 'all'>
          aria-label={m.open_data_state()}
          style={{ width: 160 }}
          value={state ?? 'all'}
          options={[
            { value: 'all', label: m.open_data_log_state_all() },
            ...webhookDeliveryState.options.map((value) => ({ value, label: badges[value].word() })),
          ]}
          onChange={(next) => void navigate({ search: { view: 'log', state: next === 'all' ? undefined : next }, replace: true })}
        />
      </FilterBar>
      <QueryView query={query} skeleton={<Skeleton rows={8} height={40} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={state === undefined ? m.open_data_log_none() : m.open_data_log_none_match()} />;
          return (
            <>
              <DataTable
                label={m.open_data_tab_log()}
                columns={columnsFor(format, (id) => replay.mutate(id))}
                rows={rows}
                rowKey={({ id }) => id}
              />
              <MoreButton query={query} />
            </>
          );
        }}
      </QueryView>
    </>
  );
}

const columnsFor = (format: Format, onReplay: (id: string) => void): Column<WebhookDelivery>[] => [
  {
    key: 'what',
    title: m.open_data_log_what(),
    lead: true,
    width: '32%',
    cell: ({ type, replay }) => (
      <TwoLines first={m.event_name({ type })} second={replay === 0 ? type : `${type} · ${m.open_data_log_again({ n: replay })}`} />
    ),
  },
  { key: 'hook', title: m.open_data_log_hook(), cell: ({ webhookName }) => webhookName },
  { key: 'state', title: m.open_data_state(), width: '26%', cell: (delivery) => <State delivery={delivery} /> },
  { key: 'attempts', title: m.open_data_log_attempts(), align: 'end', cell: ({ attempts }) => format.number(attempts) },
  { key: 'at', title: m.open_data_log_at(), align: 'end', cell: ({ at, sentAt }) => format.dateTime(sentAt ?? at) },
  {
    key: 'actions',
    title: m.open_data_actions(),
    quiet: true,
    align: 'end',
    cell: ({ id, type }) => <RowActions actions={[{ label: m.open_data_replay(), of: type, onClick: () => onReplay(id) }]} />,
  },
];

function State({ delivery: { state, failure, status, nextAt } }: { readonly delivery: WebhookDelivery }) {
  const format = useFormat();
  const { tone, word } = badges[state];
  const parts = [
    ...(failure === null ? [] : [postFailureWords({ failure, status })]),
    ...(nextAt === null ? [] : [m.open_data_log_next({ at: format.dateTime(nextAt) })]),
  ];
  return <TwoLines first={<StatusBadge tone={tone}>{word()}</StatusBadge>} second={parts.join(' · ')} />;
}
