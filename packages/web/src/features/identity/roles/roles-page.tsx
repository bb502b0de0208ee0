import { useQuery } from '@tanstack/react-query';
import type { Role } from '@zhiheng/contract/identity/accounts';
import { Button } from 'antd';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../me.query.ts';
import { PermissionMatrix } from './permission-matrix.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { rolesQuery } from './roles.query.ts';
import { RolesTable } from './roles-table.tsx';

export function RolesPage() {
  const query = useQuery(rolesQuery);
  const may = useMay();
  const [editing, setEditing] = useState<Role | 'new' | null>(null);
  const add = (
    <Button type="primary" onClick={() => setEditing('new')}>
      {m.admin_role_add()}
    </Button>
  );
  return (
    <>
      <PageHeader title={m.shell_nav_roles()} line={m.admin_roles_line()} actions={may('identity.manage') ? add : undefined} />
      <QueryView query={query}>
        {({ items }) => (
          <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12 }}>
            <RolesTable roles={items} onEdit={setEditing} />
            <Card title={m.admin_matrix_title()} aside={m.admin_matrix_line()}>
              <PermissionMatrix roles={items} />
            </Card>
          </div>
        )}
      </QueryView>
      <RoleDialog role={editing} onClose={() => setEditing(null)} />
    </>
  );
}
