import { useMutation } from '@tanstack/react-query';
import { createResetLink, deleteAccount, type Account } from '@zhiheng/contract/identity/accounts';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { call } from '../../../lib/call.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { m } from '../../../paraglide/messages.js';
import { RowActions } from '../../../ui/row-actions.tsx';
import { useMe } from '../me.query.ts';
import type { HandedLink } from './link-dialog.tsx';

interface Props {
  readonly account: Account;
  readonly onEdit: (account: Account) => void;
  readonly onLink: (link: HandedLink) => void;
}

export function AccountActions({ account, onEdit, onLink }: Props) {
  const { id, name, state } = account;
  const me = useMe();
  const reset = useMutation({
    mutationFn: () => call(createResetLink, { params: { id } }),
    onSuccess: (link) => onLink({ ...link, kind: state === 'invited' ? 'invite' : 'reset', name }),
  });
  const deletion = useDeletion({
    name,
    remove: () => call(deleteAccount, { params: { id } }),
    restore: () => call(restoreFromTrash, { params: { kind: 'account', id } }),
  });
  const myself = me.id === id;
  return (
    <RowActions
      actions={[
        { label: m.admin_edit(), of: name, onClick: () => onEdit(account) },
        state === 'disabled'
          ? null
          : {
              label: state === 'invited' ? m.admin_new_invite() : m.admin_reset_link(),
              of: name,
              onClick: () => reset.mutate(),
              pending: reset.isPending,
            },
        myself
          ? null
          : { label: m.admin_to_trash(), of: name, onClick: () => deletion.mutate(), danger: true, pending: deletion.isPending },
      ]}
    />
  );
}
