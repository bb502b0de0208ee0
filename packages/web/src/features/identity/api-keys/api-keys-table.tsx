import { useMutation } from '@tanstack/react-query';
import { revokeApiKey, type ApiKey } from '@zhiheng/contract/identity/accounts';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useRoleName } from '../roles/use-role-name.ts';

export function ApiKeysTable({ apiKeys }: { readonly apiKeys: readonly ApiKey[] }) {
  const format = useFormat();
  const roleName = useRoleName();
  const [doomed, setDoomed] = useState<ApiKey | null>(null);
  const revoke = useMutation({
    mutationFn: (id: string) => call(revokeApiKey, { params: { id } }),
    meta: { done: m.admin_key_revoked() },
    onSettled: () => setDoomed(null),
  });
  const columns: Column<ApiKey>[] = [
    { key: 'name', title: m.admin_key_name(), cell: (key) => <TwoLines first={key.name} second={`${key.prefix}…`} /> },
    { key: 'role', title: m.admin_role(), cell: (key) => roleName(key.role) },
    {
      key: 'created',
      title: m.admin_created(),
      cell: (key) => <>{m.admin_created_by({ at: format.date(key.createdAt), by: key.createdBy })}</>,
    },
    { key: 'expires', title: m.admin_expires(), cell: (key) => (key.expiresAt === null ? m.admin_never() : format.date(key.expiresAt)) },
    {
      key: 'used',
      title: m.admin_last_used(),
      cell: (key) => (key.lastUsedAt === null ? m.admin_never_used() : format.ago(key.lastUsedAt)),
    },
    {
      key: 'actions',
      title: m.admin_actions(),
      quiet: true,
      align: 'end',
      cell: (key) => <RowActions actions={[{ label: m.admin_key_revoke(), of: key.name, onClick: () => setDoomed(key), danger: true }]} />,
    },
  ];
  return (
    <>
      <DataTable label={m.shell_nav_api_keys()} columns={columns} rows={apiKeys} rowKey={(key) => key.id} />
      <ConfirmDialog
        title={m.admin_key_revoke_title()}
        open={doomed !== null}
        onClose={() => setDoomed(null)}
        onConfirm={() => doomed !== null && revoke.mutate(doomed.id)}
        confirmLabel={m.admin_key_revoke()}
        pending={revoke.isPending}
      >
        {doomed === null ? null : m.admin_key_revoke_words({ name: doomed.name })}
      </ConfirmDialog>
    </>
  );
}
