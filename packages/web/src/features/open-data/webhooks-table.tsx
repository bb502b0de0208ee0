import type { Webhook } from '@zhiheng/contract/open-data/webhooks';
import { useFormat } from '../../lib/format/use-format.ts';
import { postFailureWords } from '../../lib/post-failure-words.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';

interface Props {
  readonly webhooks: readonly Webhook[];
  readonly onEdit: (webhook: Webhook) => void;
  readonly onRotate: (webhook: Webhook) => void;
  readonly onRemove: (webhook: Webhook) => void;
}

export function WebhooksTable({ webhooks, onEdit, onRotate, onRemove }: Props) {
  const columns: Column<Webhook>[] = [
    { key: 'name', title: m.open_data_name(), lead: true, cell: ({ name, host }) => <TwoLines first={name} second={host} /> },
    {
      key: 'types',
      title: m.open_data_types(),
      cell: ({ types }) => (types.length === 0 ? m.open_data_types_all() : m.open_data_types_n({ n: types.length })),
    },
    { key: 'state', title: m.open_data_state(), cell: (webhook) => <State webhook={webhook} /> },
    {
      key: 'actions',
      title: m.open_data_actions(),
      quiet: true,
      align: 'end',
      cell: (webhook) => (
        <RowActions
          actions={[
            { label: m.open_data_edit(), of: webhook.name, onClick: () => onEdit(webhook) },
            { label: m.open_data_rotate(), of: webhook.name, onClick: () => onRotate(webhook) },
            { label: m.open_data_remove(), of: webhook.name, onClick: () => onRemove(webhook), danger: true },
          ]}
        />
      ),
    },
  ];
  return <DataTable label={m.open_data_tab_hooks()} columns={columns} rows={webhooks} rowKey={({ id }) => id} />;
}

function State({ webhook: { state, health, waiting, formerSecretUntil } }: { readonly webhook: Webhook }) {
  const format = useFormat();
  const parts = [
    ...(health === null ? [] : [format.dateTime(health.at)]),
    ...(waiting === 0 ? [] : [m.open_data_waiting({ n: waiting })]),
    ...(formerSecretUntil === null ? [] : [m.open_data_both_sign({ at: format.dateTime(formerSecretUntil) })]),
  ];
  return <TwoLines first={<Badge state={state} health={health} />} second={parts.join(' · ')} />;
}

function Badge({ state, health }: Pick<Webhook, 'state' | 'health'>) {
  if (state === 'off') return <StatusBadge tone="idle">{m.open_data_state_off()}</StatusBadge>;
  if (state === 'disabled') return <StatusBadge tone="bad">{m.open_data_state_disabled()}</StatusBadge>;
  if (health === null) return <StatusBadge tone="idle">{m.open_data_state_untried()}</StatusBadge>;
  if (health.failure === null) return <StatusBadge tone="good">{m.open_data_state_active()}</StatusBadge>;
  return <StatusBadge tone="bad">{postFailureWords({ failure: health.failure })}</StatusBadge>;
}
