import { useMutation } from '@tanstack/react-query';
import { channelKind, type ChannelKind } from '@zhiheng/contract/notifications/channel-kind';
import { createChannel, roomKind, updateChannel, type Channel, type RoomKind } from '@zhiheng/contract/notifications/channels';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { currentLocale } from '../../../lib/locale.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { kindWords } from '../notice-words.ts';
import { channelKindWords } from './channel-words.ts';

interface Values {
  readonly kind: ChannelKind;
  readonly name: string;
  readonly url?: string;
  readonly secret?: string;
  readonly language: 'zh' | 'en';
  readonly kinds: RoomKind[];
  readonly choosable: boolean;
  readonly active: boolean;
}

interface Props {
  /** null: a new one */
  readonly channel: Channel | null;
  readonly onClose: () => void;
}

const filled = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text.trim());

function save(channel: Channel | null, { kind, url, secret, ...fields }: Values): Promise<Channel> {
  const [address, key] = [filled(url), filled(secret)];
  if (channel === null) return call(createChannel, { body: { ...fields, kind, url: address ?? '', secret: key ?? null } });
  const changed = { ...(address === undefined ? {} : { url: address }), ...(key === undefined ? {} : { secret: key }) };
  return call(updateChannel, { params: { id: channel.id }, body: { ...fields, version: channel.version, ...changed } });
}

/** A robot or webhook. Address and secret are only ever written. */
export function ChannelDialog({ channel, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const saving = useMutation({
    mutationFn: (values: Values) => save(channel, values),
    meta: { showsError: true, done: m.shell_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const fresh = { kind: 'wecom', language: currentLocale(), kinds: [], choosable: true, active: true } as const;
  const { id: _, ...values } = channel ?? { id: '', ...fresh, kinds: [] };
  return (
    <FormDialog<Values>
      title={channel === null ? m.notifications_channel_add() : m.notifications_channel_edit_title()}
      open
      onClose={onClose}
      form={form}
      initialValues={values}
      onSubmit={(given) => saving.mutate(given)}
      pending={saving.isPending}
      error={saving.error}
      submitLabel={m.shell_save()}
      width={600}
    >
      <Form.Item name="kind" label={m.notifications_channel_kind()}>
        <Select disabled={channel !== null} options={channelKind.options.map((value) => ({ value, label: channelKindWords[value]() }))} />
      </Form.Item>
      <Form.Item
        name="name"
        label={m.notifications_channel_name()}
        rules={[{ required: true, whitespace: true, message: m.shell_name_missing() }]}
      >
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <AddressFields channel={channel} />
      <Form.Item name="language" label={m.notifications_channel_language()}>
        <Radio.Group
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Form.Item>
      <Form.Item name="kinds" label={m.notifications_channel_room()} extra={m.notifications_channel_room_help()}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={roomKind.options.map((value) => ({ value, label: kindWords[value]() }))}
        />
      </Form.Item>
      <Form.Item name="choosable" valuePropName="checked">
        <Checkbox>{m.notifications_channel_choosable()}</Checkbox>
      </Form.Item>
      <Form.Item name="active" valuePropName="checked">
        <Checkbox>{m.notifications_channel_active()}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

function AddressFields({ channel }: Pick<Props, 'channel'>) {
  const isNew = channel === null;
  return (
    <>
      <Form.Item
        name="url"
        label={m.notifications_channel_url()}
        extra={isNew ? m.notifications_channel_url_help() : m.notifications_channel_url_kept({ host: channel.host })}
        rules={[{ required: isNew, whitespace: true, message: m.notifications_channel_url_missing() }]}
      >
        <Input autoComplete="off" type="url" maxLength={2000} placeholder="https://" />
      </Form.Item>
      <Form.Item
        name="secret"
        label={m.notifications_channel_secret()}
        extra={channel?.hasSecret === true ? m.notifications_channel_secret_kept() : m.notifications_channel_secret_help()}
      >
        <Input.Password autoComplete="new-password" maxLength={500} />
      </Form.Item>
    </>
  );
}
