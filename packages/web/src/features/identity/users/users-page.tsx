import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Account } from '@zhiheng/contract/identity/accounts';
import { Button } from 'antd';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../me.query.ts';
import { AccountDialog } from './account-dialog.tsx';
import { accountsQuery } from './accounts.query.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { LinkDialog, type HandedLink } from './link-dialog.tsx';
import { UsersFilter } from './users-filter.tsx';
import { UsersTable } from './users-table.tsx';

const route = getRouteApi('/app/admin/users');

export function UsersPage() {
  const search = route.useSearch();
  const query = useInfiniteQuery(accountsQuery(search));
  const may = useMay();
  const [inviting, setInviting] = useState(false);
  const [editing, setEditing] = useState<Account | null>(null);
  const [link, setLink] = useState<HandedLink | null>(null);
  const filtered = search.q !== undefined || search.state !== undefined;
  const invite = (
    <Button type="primary" onClick={() => setInviting(true)}>
      {m.admin_invite()}
    </Button>
  );
  return (
    <>
      <PageHeader title={m.shell_nav_users()} line={m.admin_users_line()} actions={may('identity.manage') ? invite : undefined} />
      <UsersFilter search={search} />
      <QueryView
        query={query}
        isEmpty={(data) => data.pages.every((page) => page.items.length === 0)}
        empty={{ title: filtered ? m.admin_users_none_found() : m.admin_users_none() }}
      >
        {(data) => (
          <>
            <UsersTable accounts={data.pages.flatMap((page) => page.items)} onEdit={setEditing} onLink={setLink} />
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
      <InviteDialog open={inviting} onClose={() => setInviting(false)} onLink={setLink} />
      <AccountDialog account={editing} onClose={() => setEditing(null)} />
      <LinkDialog link={link} onClose={() => setLink(null)} />
    </>
  );
}
