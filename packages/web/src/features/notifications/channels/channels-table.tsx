import { useMutation } from '@tanstack/react-query';
import { deleteChannel, testChannel, type Channel } from '@zhiheng/contract/notifications/channels';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { postFailureWords } from '../../../lib/post-failure-words.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { channelKindWords } from './channel-words.ts';

interface Props {
  readonly channels: readonly Channel[];
  readonly onEdit: (channel: Channel) => void;
}

export function ChannelsTable({ channels, onEdit }: Props) {
  const [doomed, setDoomed] = useState<Channel | null>(null);
  const trial = useTrial();
  const remove = useMutation({
    mutationFn: (id: string) => call(deleteChannel, { params: { id } }),
    meta: { done: m.notifications_channel_removed() },
    onSettled: () => setDoomed(null),
  });
  const columns: Column<Channel>[] = [
    {
      key: 'name',
      title: m.notifications_channel_name(),
      lead: true,
      cell: ({ name, kind, host }) => <TwoLines first={name} second={`${channelKindWords[kind]()} · ${host}`} />,
    },
    { key: 'use', title: m.notifications_channel_use(), cell: (channel) => usedFor(channel) },
    { key: 'state', title: m.notifications_channel_state(), cell: (channel) => <Health channel={channel} /> },
    {
      key: 'actions',
      title: m.notifications_channel_actions(),
      quiet: true,
      align: 'end',
      cell: (channel) => (
        <RowActions
          actions={[
            {
              ...{ label: m.notifications_channel_test(), of: channel.name, onClick: () => trial.mutate(channel) },
              pending: trial.isPending && trial.variables.id === channel.id,
            },
            { label: m.notifications_channel_edit(), of: channel.name, onClick: () => onEdit(channel) },
            { label: m.notifications_channel_remove(), of: channel.name, onClick: () => setDoomed(channel), danger: true },
          ]}
        />
      ),
    },
  ];
  return (
    <>
      <DataTable label={m.notifications_channels_title()} columns={columns} rows={channels} rowKey={({ id }) => id} />
      <ConfirmDialog
        title={m.notifications_channel_remove_title()}
        open={doomed !== null}
        onClose={() => setDoomed(null)}
        onConfirm={() => doomed !== null && remove.mutate(doomed.id)}
        confirmLabel={m.notifications_channel_remove()}
        pending={remove.isPending}
      >
        {doomed === null ? null : m.notifications_channel_remove_words({ name: doomed.name })}
      </ConfirmDialog>
    </>
  );
}

/** Sends a test and says how it went. */
function useTrial() {
  return useMutation({
    mutationFn: ({ id }: Channel) => call(testChannel, { params: { id }, body: {} }),
    onSuccess: ({ failure, status, detail }, { name }) => {
      if (failure === null) return showToast({ tone: 'good', words: m.notifications_channel_test_ok({ name }) });
      const why = [postFailureWords({ failure, status }), detail].filter((part) => part !== '').join(' ');
      showToast({ tone: 'bad', words: m.notifications_channel_test_failed({ name, why }) });
    },
  });
}

function usedFor({ kinds, choosable }: Channel): string {
  const uses = [
    ...(kinds.length === 0 ? [] : [m.notifications_channel_use_room({ n: kinds.length })]),
    ...(choosable ? [m.notifications_channel_use_people()] : []),
  ];
  return uses.length === 0 ? m.notifications_channel_use_none() : uses.join(' · ');
}

function Health({ channel: { active, health, waiting } }: { readonly channel: Channel }) {
  const format = useFormat();
  if (!active) return <StatusBadge tone="idle">{m.notifications_channel_off()}</StatusBadge>;
  if (health === null) return <StatusBadge tone="idle">{m.notifications_channel_untried()}</StatusBadge>;
  const { failure, at } = health;
  const badge =
    failure === null ? (
      <StatusBadge tone="good">{m.notifications_channel_works()}</StatusBadge>
    ) : (
      <StatusBadge tone="bad">{postFailureWords({ failure })}</StatusBadge>
    );
  const parts = [format.dateTime(at), ...(waiting === 0 ? [] : [m.notifications_channel_waiting({ n: waiting })])];
  return <TwoLines first={badge} second={parts.join(' · ')} />;
}
