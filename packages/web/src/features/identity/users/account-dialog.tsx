import { useMutation } from '@tanstack/react-query';
import { updateAccount, type Account } from '@zhiheng/contract/identity/accounts';
import { Form, Input, Switch } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { useMe } from '../me.query.ts';
import { AccountFields } from './account-fields.tsx';
import { membershipsOf, valuesOf, type AccountValues } from './account-values.ts';

interface Values extends AccountValues {
  readonly enabled: boolean;
}

/** An invited person stays invited: only switching off and on again is a change of state. */
const stateOf = (account: Account, enabled: boolean) => {
  if (enabled === (account.state !== 'disabled')) return {};
  return { state: enabled ? ('active' as const) : ('disabled' as const) };
};

export function AccountDialog({ account, onClose }: { readonly account: Account | null; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const me = useMe();
  const save = useMutation({
    mutationFn: async (values: Values) => {
      if (account === null) return;
      const { name, roles, enabled } = values;
      await call(updateAccount, {
        params: { id: account.id },
        body: { name, roles, teams: membershipsOf(values), ...stateOf(account, enabled) },
      });
    },
    meta: { showsError: true, done: m.shell_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={m.admin_edit_account()}
      open={account !== null}
      onClose={onClose}
      form={form}
      initialValues={account === null ? {} : { ...valuesOf(account), enabled: account.state !== 'disabled' }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.shell_save()}
    >
      <p style={{ marginBottom: 16, color: 'var(--secondary)' }}>{account?.email}</p>
      <Form.Item name="name" label={m.admin_name()} rules={[{ required: true, whitespace: true, message: m.shell_setup_name_missing() }]}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <AccountFields />
      <Form.Item name="enabled" label={m.admin_enabled()} extra={m.admin_enabled_help()} valuePropName="checked">
        <Switch disabled={account?.id === me.id} />
      </Form.Item>
    </FormDialog>
  );
}
