import { useMutation } from '@tanstack/react-query';
import { createRole, updateRole, type Role } from '@zhiheng/contract/identity/accounts';
import type { Permission } from '@zhiheng/contract/identity/permission';
import type { LocalText } from '@zhiheng/contract/values/text';
import { Form } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { CodeField } from '../../../ui/code-field.tsx';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';
import { PermissionChoice } from './permission-choice.tsx';

interface Values {
  readonly code: string;
  readonly name: LocalText;
  readonly permissions: Permission[];
}

const initialOf = (role: Role | 'new' | null): Partial<Values> =>
  role === null || role === 'new' ? { permissions: [] } : { code: role.code, name: role.name, permissions: role.permissions };

export function RoleDialog({ role, onClose }: { readonly role: Role | 'new' | null; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const isNew = role === 'new';
  const save = useMutation({
    mutationFn: async ({ code, name, permissions }: Values) => {
      if (role === 'new') await call(createRole, { body: { code, name, permissions } });
      else if (role !== null) await call(updateRole, { params: { id: role.id }, body: { name, permissions } });
    },
    meta: { showsError: true, done: m.shell_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={isNew ? m.admin_role_add() : m.admin_role_edit()}
      open={role !== null}
      onClose={onClose}
      form={form}
      initialValues={initialOf(role)}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.shell_save()}
      width={640}
    >
      <LocalTextFields name="name" suggestsCode={isNew} />
      {isNew ? <CodeField /> : null}
      <Form.Item name="permissions" label={m.admin_permissions()} rules={[{ required: true, message: m.admin_permissions_missing() }]}>
        <PermissionChoice />
      </Form.Item>
    </FormDialog>
  );
}
