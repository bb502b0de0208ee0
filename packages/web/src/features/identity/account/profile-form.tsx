import { useMutation, useQueryClient } from '@tanstack/react-query';
import { updateMe, type Me } from '@zhiheng/contract/identity/sign-in';
import { Button, Form, Input, Radio } from 'antd';
import { call } from '../../../lib/call.ts';
import { changeLocale } from '../../../lib/locale.ts';
import { changeTheme } from '../../../lib/theme.ts';
import { m } from '../../../paraglide/messages.js';
import { showFieldProblems } from '../../../ui/form-dialog.tsx';
import { meQuery, useMe } from '../me.query.ts';

type Values = Pick<Me, 'name' | 'locale' | 'theme'>;

export function ProfileForm() {
  const me = useMe();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: (values: Values) => call(updateMe, { body: values }),
    meta: { done: m.shell_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: (saved) => {
      client.setQueryData(meQuery.queryKey, saved);
      changeTheme(saved.theme);
      changeLocale(saved.locale);
    },
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: me.name, locale: me.locale, theme: me.theme }}
      onFinish={(values) => save.mutate(values)}
    >
      <Form.Item name="name" label={m.admin_name()} rules={[{ required: true, whitespace: true, message: m.shell_setup_name_missing() }]}>
        <Input autoComplete="name" maxLength={100} />
      </Form.Item>
      <Form.Item name="locale" label={m.shell_language()}>
        <Radio.Group
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Form.Item>
      <Form.Item name="theme" label={m.shell_theme()}>
        <Radio.Group
          options={[
            { value: 'light', label: m.shell_theme_light() },
            { value: 'dark', label: m.shell_theme_dark() },
            { value: 'system', label: m.shell_theme_system() },
          ]}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {m.shell_save()}
      </Button>
    </Form>
  );
}
