import { useMutation } from '@tanstack/react-query';
import { eventType, type EventType } from '@zhiheng/contract/events';
import { createWebhook, updateWebhook, type Webhook } from '@zhiheng/contract/open-data/webhooks';
import { Checkbox, Form, Input, Select } from 'antd';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';

interface Values {
  readonly name: string;
  readonly url?: string;
  readonly types: EventType[];
  readonly active: boolean;
}

interface Props {
  /** null: a new one */
  readonly webhook: Webhook | null;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

async function save(webhook: Webhook | null, { name, url = '', types, active }: Values): Promise<string | null> {
  if (webhook === null) return (await call(createWebhook, { body: { name, types, url } })).secret;
  const { id, version } = webhook;
  const address = url.trim() === '' ? {} : { url: url.trim() };
  await call(updateWebhook, { params: { id }, body: { version, name, types, state: active ? 'active' : 'off', ...address } });
  return null;
}

export function WebhookDialog({ webhook, onClose, onSecret }: Props) {
  const [form] = Form.useForm<Values>();
  const saving = useMutation({
    mutationFn: (values: Values) => save(webhook, values),
    meta: { showsError: true, done: m.shell_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: (secret) => {
      onClose();
      if (secret !== null) onSecret(secret);
    },
  });
  const isNew = webhook === null;
  return (
    <FormDialog<Values>
      title={isNew ? m.open_data_hook_add() : m.open_data_hook_edit_title()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ name: webhook?.name ?? '', types: webhook?.types ?? [], active: webhook === null || webhook.state === 'active' }}
      onSubmit={(values) => saving.mutate(values)}
      pending={saving.isPending}
      error={saving.error}
      submitLabel={m.shell_save()}
      width={600}
    >
      <Form.Item name="name" label={m.open_data_name()} rules={[{ required: true, whitespace: true, message: m.shell_name_missing() }]}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item
        name="url"
        label={m.open_data_url()}
        extra={isNew ? m.open_data_url_help() : m.open_data_url_kept({ host: webhook.host })}
        rules={[{ required: isNew, whitespace: true, message: m.notifications_channel_url_missing() }]}
      >
        <Input autoComplete="off" type="url" maxLength={2000} placeholder="https://" />
      </Form.Item>
      <Form.Item name="types" label={m.open_data_types()} extra={m.open_data_types_help()}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={eventType.options.map((type) => ({ value: type, label: `${m.event_name({ type })} · ${type}` }))}
        />
      </Form.Item>
      {isNew ? null : (
        <Form.Item name="active" valuePropName="checked">
          <Checkbox>{m.open_data_active()}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}
