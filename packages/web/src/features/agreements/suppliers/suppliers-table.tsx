import { deleteSupplier, type Supplier } from '@zhiheng/contract/agreements/agreements';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';

interface Props {
  readonly suppliers: readonly Supplier[];
  readonly onEdit: (id: string) => void;
}

export function SuppliersTable({ suppliers, onEdit }: Props) {
  const format = useFormat();
  const may = useMay();
  const columns: Column<Supplier>[] = [
    { key: 'name', title: m.agreements_name(), lead: true, cell: ({ name, code }) => <TwoLines first={format.text(name)} second={code} /> },
    { key: 'contact', title: m.agreements_contact(), cell: ({ contact }) => contact || '—' },
    { key: 'email', title: m.agreements_email(), cell: ({ email }) => email || '—' },
    { key: 'phone', title: m.agreements_phone(), cell: ({ phone }) => phone || '—' },
    { key: 'agreements', title: m.agreements_supplier_agreements(), align: 'end', cell: ({ agreements }) => format.number(agreements) },
  ];
  const actions: Column<Supplier> = {
    key: 'actions',
    title: m.agreements_actions(),
    quiet: true,
    align: 'end',
    cell: (supplier) => <Actions supplier={supplier} onEdit={onEdit} />,
  };
  return (
    <DataTable
      label={m.agreements_tab_suppliers()}
      columns={may('agreements.define') ? [...columns, actions] : columns}
      rows={suppliers}
      rowKey={({ id }) => id}
    />
  );
}

function Actions({ supplier, onEdit }: { readonly supplier: Supplier; readonly onEdit: Props['onEdit'] }) {
  const format = useFormat();
  const { id } = supplier;
  const name = format.text(supplier.name);
  const deletion = useDeletion({
    name,
    remove: () => call(deleteSupplier, { params: { id } }),
    restore: () => call(restoreFromTrash, { params: { kind: 'supplier', id } }),
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
