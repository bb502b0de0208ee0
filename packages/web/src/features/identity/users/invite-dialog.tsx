import { useMutation } from '@tanstack/react-query';
import { inviteAccount } from '@zhiheng/contract/identity/accounts';
import { Form, Input } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { AccountFields } from './account-fields.tsx';
import { membershipsOf, type AccountValues } from './account-values.ts';
import type { HandedLink } from './link-dialog.tsx';

interface Values extends AccountValues {
  readonly email: string;
}

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onLink: (link: HandedLink) => void;
}

export function InviteDialog({ open, onClose, onLink }: Props) {
  const [form] = Form.useForm<Values>();
  const invite = useMutation({
    mutationFn: (values: Values) =>
      call(inviteAccount, { body: { email: values.email, name: values.name, roles: values.roles, teams: membershipsOf(values) } }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ account, link }) => {
      onClose();
      onLink({ ...link, kind: 'invite', name: account.name });
    },
  });
  return (
    <FormDialog
      title={m.admin_invite()}
      open={open}
      onClose={onClose}
      form={form}
      initialValues={{}}
      onSubmit={(values) => invite.mutate(values)}
      pending={invite.isPending}
      error={invite.error}
      submitLabel={m.admin_invite_submit()}
    >
      <Form.Item name="name" label={m.admin_name()} rules={[{ required: true, whitespace: true, message: m.shell_setup_name_missing() }]}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item
        name="email"
        label={m.shell_email()}
        extra={m.admin_invite_email_help()}
        rules={[{ required: true, type: 'email', message: m.shell_setup_email_wrong() }]}
      >
        <Input type="email" autoComplete="off" maxLength={254} />
      </Form.Item>
      <AccountFields />
    </FormDialog>
  );
}
