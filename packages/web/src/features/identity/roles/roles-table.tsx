import { useMutation } from '@tanstack/react-query';
import { deleteRole, type Role } from '@zhiheng/contract/identity/accounts';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../me.query.ts';

interface Props {
  readonly roles: readonly Role[];
  readonly onEdit: (role: Role) => void;
}

export function RolesTable({ roles, onEdit }: Props) {
  const format = useFormat();
  const may = useMay();
  const [doomed, setDoomed] = useState<Role | null>(null);
  const remove = useMutation({
    mutationFn: (id: string) => call(deleteRole, { params: { id } }),
    meta: { done: m.admin_role_deleted() },
    onSettled: () => setDoomed(null),
  });
  const columns: Column<Role>[] = [
    { key: 'name', title: m.admin_role(), cell: (role) => <TwoLines first={format.text(role.name)} second={role.code} /> },
    { key: 'kind', title: m.admin_kind(), cell: (role) => (role.builtIn ? m.admin_role_built_in() : m.admin_role_own()) },
    { key: 'permissions', title: m.admin_permissions(), align: 'end', cell: (role) => format.number(role.permissions.length) },
    { key: 'accounts', title: m.admin_role_people(), align: 'end', cell: (role) => format.number(role.accounts) },
  ];
  const actions: Column<Role> = {
    key: 'actions',
    title: m.admin_actions(),
    quiet: true,
    align: 'end',
    cell: (role) =>
      role.builtIn ? null : (
        <RowActions
          actions={[
            { label: m.admin_edit(), of: format.text(role.name), onClick: () => onEdit(role) },
            { label: m.admin_delete(), of: format.text(role.name), onClick: () => setDoomed(role), danger: true },
          ]}
        />
      ),
  };
  return (
    <>
      <DataTable
        label={m.shell_nav_roles()}
        columns={may('identity.manage') ? [...columns, actions] : columns}
        rows={roles}
        rowKey={(role) => role.id}
      />
      <ConfirmDialog
        title={m.admin_role_delete_title()}
        open={doomed !== null}
        onClose={() => setDoomed(null)}
        onConfirm={() => doomed !== null && remove.mutate(doomed.id)}
        confirmLabel={m.admin_delete()}
        pending={remove.isPending}
      >
        {doomed === null ? null : m.admin_role_delete_words({ name: format.text(doomed.name) })}
      </ConfirmDialog>
    </>
  );
}
