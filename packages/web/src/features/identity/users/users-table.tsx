import type { Account } from '@zhiheng/contract/identity/accounts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../me.query.ts';
import { useRoleName } from '../roles/use-role-name.ts';
import { AccountActions } from './account-actions.tsx';
import { AccountStateBadge } from './account-state-badge.tsx';
import type { HandedLink } from './link-dialog.tsx';

interface Props {
  readonly accounts: readonly Account[];
  readonly onEdit: (account: Account) => void;
  readonly onLink: (link: HandedLink) => void;
}

export function UsersTable({ accounts, onEdit, onLink }: Props) {
  const format = useFormat();
  const roleName = useRoleName();
  const may = useMay();
  const teamsOf = (account: Account) =>
    format.list(account.teams.map((team) => (team.lead ? m.admin_team_lead({ team: format.text(team.name) }) : format.text(team.name))));
  const columns: Column<Account>[] = [
    { key: 'name', title: m.admin_name(), cell: (account) => <TwoLines first={account.name} second={account.email} /> },
    { key: 'roles', title: m.admin_roles(), cell: (account) => format.list(account.roles.map(roleName)) },
    { key: 'teams', title: m.admin_teams(), cell: (account) => teamsOf(account) || '—' },
    { key: 'state', title: m.admin_state(), cell: (account) => <AccountStateBadge state={account.state} /> },
    { key: 'seen', title: m.admin_last_seen(), cell: (account) => (account.lastSeenAt === null ? '—' : format.ago(account.lastSeenAt)) },
  ];
  const actions: Column<Account> = {
    key: 'actions',
    title: m.admin_actions(),
    quiet: true,
    align: 'end',
    cell: (account) => <AccountActions account={account} onEdit={onEdit} onLink={onLink} />,
  };
  return (
    <DataTable
      label={m.shell_nav_users()}
      columns={may('identity.manage') ? [...columns, actions] : columns}
      rows={accounts}
      rowKey={(account) => account.id}
    />
  );
}
