import { useMutation, useQuery } from '@tanstack/react-query';
import { createBiLogin, revokeBiLogin, rotateBiLogin, type BiConnection, type BiLogin } from '@zhiheng/contract/open-data/bi-logins';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { ConnectionDialog } from './connection-dialog.tsx';
import { biLoginsQuery } from './open-data.query.ts';

/** Logins of the database for reporting tools. */
export function LoginsTab() {
  const query = useQuery(biLoginsQuery);
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const [doomed, setDoomed] = useState<BiLogin | null>(null);
  const [connection, setConnection] = useState<BiConnection | null>(null);
  const rotate = useMutation({
    mutationFn: ({ id }: BiLogin) => call(rotateBiLogin, { params: { id }, body: {} }),
    onSuccess: setConnection,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => call(revokeBiLogin, { params: { id } }),
    meta: { done: m.open_data_revoked() },
    onSettled: () => setDoomed(null),
  });
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {m.open_data_login_add()}
    </Button>
  );
  const columns = columnsFor(format, { onRotate: (login) => rotate.mutate(login), onRevoke: setDoomed });
  return (
    <>
      <QueryView
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={{ title: m.open_data_logins_none(), words: m.open_data_logins_none_words(), action: add }}
      >
        {({ items }) => (
          <>
            <FilterBar>{add}</FilterBar>
            <DataTable label={m.open_data_tab_logins()} columns={columns} rows={items} rowKey={({ id }) => id} />
          </>
        )}
      </QueryView>
      {adding ? <LoginDialog onClose={() => setAdding(false)} onMade={setConnection} /> : null}
      <ConnectionDialog connection={connection} onClose={() => setConnection(null)} />
      <ConfirmDialog
        title={m.open_data_revoke_title()}
        open={doomed !== null}
        onClose={() => setDoomed(null)}
        onConfirm={() => doomed !== null && revoke.mutate(doomed.id)}
        confirmLabel={m.open_data_revoke()}
        pending={revoke.isPending}
      >
        {doomed === null ? null : m.open_data_revoke_words({ name: doomed.name })}
      </ConfirmDialog>
    </>
  );
}

interface Changes {
  readonly onRotate: (login: BiLogin) => void;
  readonly onRevoke: (login: BiLogin) => void;
}

const columnsFor = (format: Format, { onRotate, onRevoke }: Changes): Column<BiLogin>[] => [
  { key: 'name', title: m.open_data_name(), lead: true, cell: ({ name, login }) => <TwoLines first={name} second={login} /> },
  { key: 'created', title: m.open_data_created(), cell: ({ createdAt }) => format.date(createdAt) },
  {
    key: 'actions',
    title: m.open_data_actions(),
    quiet: true,
    align: 'end',
    cell: (login) => (
      <RowActions
        actions={[
          { label: m.open_data_rotate_password(), of: login.name, onClick: () => onRotate(login) },
          { label: m.open_data_revoke(), of: login.name, onClick: () => onRevoke(login), danger: true },
        ]}
      />
    ),
  },
];

interface DialogProps {
  readonly onClose: () => void;
  readonly onMade: (connection: BiConnection) => void;
}

function LoginDialog({ onClose, onMade }: DialogProps) {
  const [form] = Form.useForm<{ name: string }>();
  const create = useMutation({
    mutationFn: ({ name }: { name: string }) => call(createBiLogin, { body: { name } }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: (made) => {
      onClose();
      onMade(made);
    },
  });
  return (
    <FormDialog
      title={m.open_data_login_add()}
      open
      onClose={onClose}
      form={form}
      initialValues={{}}
      onSubmit={(values) => create.mutate(values)}
      pending={create.isPending}
      error={create.error}
      submitLabel={m.open_data_login_add()}
    >
      <Form.Item
        name="name"
        label={m.open_data_name()}
        extra={m.open_data_login_name_help()}
        rules={[{ required: true, whitespace: true, message: m.shell_name_missing() }]}
      >
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
    </FormDialog>
  );
}
