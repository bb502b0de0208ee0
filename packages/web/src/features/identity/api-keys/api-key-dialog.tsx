import { useMutation, useQuery } from '@tanstack/react-query';
import { createApiKey } from '@zhiheng/contract/identity/accounts';
import { Form, Input, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { rolesQuery } from '../roles/roles.query.ts';

interface Values {
  readonly name: string;
  readonly role: string;
  /** days; 0: never */
  readonly life: number;
}

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onKey: (key: string) => void;
}

const expiryOf = (days: number) => (days === 0 ? null : new Date(Date.now() + days * 86_400_000).toISOString());

export function ApiKeyDialog({ open, onClose, onKey }: Props) {
  const [form] = Form.useForm<Values>();
  const format = useFormat();
  const { data } = useQuery(rolesQuery);
  const create = useMutation({
    mutationFn: ({ name, role, life }: Values) => call(createApiKey, { body: { name, role, expiresAt: expiryOf(life) } }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ key }) => {
      onClose();
      onKey(key);
    },
  });
  const roles = (data?.items ?? []).filter((role) => role.permissions.length > 0);
  return (
    <FormDialog
      title={m.admin_key_add()}
      open={open}
      onClose={onClose}
      form={form}
      initialValues={{ life: 365 }}
      onSubmit={(values) => create.mutate(values)}
      pending={create.isPending}
      error={create.error}
      submitLabel={m.admin_key_submit()}
    >
      <Form.Item
        name="name"
        label={m.admin_key_name()}
        extra={m.admin_key_name_help()}
        rules={[{ required: true, whitespace: true, message: m.shell_name_missing() }]}
      >
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item
        name="role"
        label={m.admin_role()}
        extra={m.admin_key_role_help()}
        rules={[{ required: true, message: m.admin_roles_missing() }]}
      >
        <Select options={roles.map((role) => ({ value: role.code, label: format.text(role.name) }))} />
      </Form.Item>
      <Form.Item name="life" label={m.admin_expires()}>
        <Select options={[30, 90, 365, 0].map((days) => ({ value: days, label: days === 0 ? m.admin_never() : m.admin_days({ days }) }))} />
      </Form.Item>
    </FormDialog>
  );
}
