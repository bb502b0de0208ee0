import { useMutation } from '@tanstack/react-query';
import { changePassword } from '@zhiheng/contract/identity/sign-in';
import { Button, Form, Input } from 'antd';
import { call } from '../../../lib/call.ts';
import { fieldProblems } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { showFieldProblems } from '../../../ui/form-dialog.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useMe } from '../me.query.ts';

interface Values {
  readonly current: string;
  readonly next: string;
}

export function PasswordForm() {
  const me = useMe();
  const [form] = Form.useForm<Values>();
  const change = useMutation({
    mutationFn: ({ current, next }: Values) => call(changePassword, { body: { current, next } }),
    meta: { showsError: true, done: m.admin_password_changed() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: () => form.resetFields(),
  });
  return (
    <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={(values) => change.mutate(values)}>
      {/* Lets password managers keep the new password with its address. */}
      <input type="email" autoComplete="username" value={me.email} readOnly hidden />
      <Form.Item
        name="current"
        label={m.admin_password_current()}
        rules={[{ required: true, message: m.admin_password_current_missing() }]}
      >
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="next"
        label={m.shell_new_password()}
        extra={m.shell_password_help()}
        rules={[{ required: true, min: 10, message: m.shell_setup_password_short() }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      {fieldProblems(change.error).size > 0 ? null : <ProblemAlert error={change.error} />}
      <p style={{ marginBlock: 12, color: 'var(--secondary)' }}>{m.admin_password_ends_sessions()}</p>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {m.admin_change_password()}
      </Button>
    </Form>
  );
}
