import { deleteServiceContract, type ServiceContract } from '@zhiheng/contract/agreements/agreements';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';
import { nameIn, useChoices } from '../use-names.ts';

interface Props {
  readonly contracts: readonly ServiceContract[];
  readonly onEdit: (id: string) => void;
}

export function ContractsTable({ contracts, onEdit }: Props) {
  const format = useFormat();
  const may = useMay();
  const { service } = useChoices();
  const columns: Column<ServiceContract>[] = [
    { key: 'name', title: m.agreements_name(), lead: true, cell: ({ name, number }) => <TwoLines first={name} second={number} /> },
    { key: 'customer', title: m.agreements_scope_customer(), cell: ({ customerName }) => customerName },
    {
      key: 'services',
      title: m.agreements_scope_service(),
      cell: ({ serviceIds }) => format.list(serviceIds.map((id) => nameIn(service, id))) || m.agreements_scope_any(),
    },
    {
      key: 'valid',
      title: m.agreements_valid(),
      cell: ({ validFrom, validTo }) => `${validFrom} – ${validTo ?? m.agreements_valid_open()}`,
    },
    { key: 'state', title: m.agreements_state(), cell: (contract) => <Validity contract={contract} /> },
    {
      key: 'price',
      title: m.agreements_monthly_price(),
      align: 'end',
      cell: ({ monthlyPrice }) => (monthlyPrice === null ? '—' : format.number(monthlyPrice, 2)),
    },
  ];
  const actions: Column<ServiceContract> = {
    key: 'actions',
    title: m.agreements_actions(),
    quiet: true,
    align: 'end',
    cell: (contract) => <Actions contract={contract} onEdit={onEdit} />,
  };
  return (
    <DataTable
      label={m.agreements_tab_contracts()}
      columns={may('agreements.define') ? [...columns, actions] : columns}
      rows={contracts}
      rowKey={({ id }) => id}
    />
  );
}

function Validity({ contract: { validFrom, validTo } }: { readonly contract: ServiceContract }) {
  const format = useFormat();
  const today = format.date(new Date().toISOString());
  if (validFrom > today) return <StatusBadge tone="note">{m.agreements_state_later()}</StatusBadge>;
  if (validTo !== null && validTo < today) return <StatusBadge tone="idle">{m.agreements_state_over()}</StatusBadge>;
  return <StatusBadge tone="good">{m.agreements_state_in_force()}</StatusBadge>;
}

function Actions({ contract, onEdit }: { readonly contract: ServiceContract; readonly onEdit: Props['onEdit'] }) {
  const { id, name } = contract;
  const deletion = useDeletion({
    name,
    remove: () => call(deleteServiceContract, { params: { id } }),
    restore: () => call(restoreFromTrash, { params: { kind: 'service-contract', id } }),
  });
  return (
    <RowActions
      actions={[
        { label: m.agreements_edit(), of: name, onClick: () => onEdit(id) },
        { label: m.agreements_delete(), of: name, onClick: () => deletion.mutate(), danger: true, pending: deletion.isPending },
      ]}
    />
  );
}
