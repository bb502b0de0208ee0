import { useMutation } from '@tanstack/react-query';
import { acknowledge, tellRecipients, type Campaign } from '@zhiheng/contract/campaigns/campaigns';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useMay } from '../../identity/index.ts';
import { RecipientsDialog } from './recipients-dialog.tsx';

type Recipient = Campaign['recipients'][number];

/** Who must be told, who was, and who took note. */
export function PeopleView({ campaign }: { readonly campaign: Campaign }) {
  const format = useFormat();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { recipients, frozen } = campaign;
  const choose = may('campaigns.write') ? <Button onClick={() => setEditing(true)}>{m.campaigns_choose_recipients()}</Button> : undefined;
  const columns: Column<Recipient>[] = [
    { key: 'name', title: m.campaigns_recipient(), lead: true, width: '34%', cell: ({ name }) => format.text(name) },
    {
      ...{ key: 'told', title: m.campaigns_told() },
      cell: ({ toldAt, resultNumber }) =>
        toldAt === null ? '—' : m.campaigns_told_of({ n: format.number(resultNumber ?? 0), time: format.dateTime(toldAt) }),
    },
    { key: 'note', title: m.campaigns_acknowledged(), cell: (recipient) => <Acknowledgement campaign={campaign} recipient={recipient} /> },
  ];
  return (
    <Card
      title={m.campaigns_recipients()}
      actions={recipients.length === 0 ? undefined : <Actions campaign={campaign} choose={choose} />}
      flush={recipients.length > 0}
    >
      {recipients.length === 0 ? (
        <EmptyState
          title={m.campaigns_no_recipients()}
          words={frozen.length === 0 ? m.campaigns_freeze_first() : m.campaigns_no_recipients_text()}
          action={choose}
        />
      ) : (
        <DataTable label={m.campaigns_recipients()} columns={columns} rows={recipients} rowKey={({ id }) => id} />
      )}
      {editing ? <RecipientsDialog campaign={campaign} onClose={() => setEditing(false)} /> : null}
    </Card>
  );
}

function Actions({ campaign: { id, frozen }, choose }: { readonly campaign: Campaign; readonly choose: ReactNode }) {
  const may = useMay();
  const tell = useMutation({ mutationFn: () => call(tellRecipients, { params: { id } }), meta: { done: m.campaigns_were_told() } });
  if (!may('campaigns.write')) return null;
  return (
    <>
      {choose}
      <Button type="primary" disabled={frozen.length === 0} loading={tell.isPending} onClick={() => tell.mutate()}>
        {m.campaigns_tell()}
      </Button>
    </>
  );
}

function Acknowledgement({ campaign, recipient }: { readonly campaign: Campaign; readonly recipient: Recipient }) {
  const format = useFormat();
  const { id: recipientId, acknowledgedAt, acknowledgedBy, toldAt, mine } = recipient;
  const note = useMutation({
    mutationFn: () => call(acknowledge, { params: { id: campaign.id, recipientId } }),
    meta: { done: m.campaigns_noted() },
  });
  if (acknowledgedAt !== null)
    return (
      <StatusBadge tone="good">{m.campaigns_noted_by({ name: acknowledgedBy ?? '—', time: format.dateTime(acknowledgedAt) })}</StatusBadge>
    );
  if (toldAt === null) return <>—</>;
  if (!mine) return <StatusBadge tone="idle">{m.campaigns_not_noted()}</StatusBadge>;
  return (
    <Button size="small" loading={note.isPending} onClick={() => note.mutate()}>
      {m.campaigns_acknowledge()}
    </Button>
  );
}
