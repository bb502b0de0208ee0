import type { MailSettings } from '@zhiheng/contract/mail/mail';
import { Form, Input, InputNumber, Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { FormPair } from '../../../ui/form-pair.tsx';
import { securityWords } from '../mail-words.ts';
import styles from './settings.module.css';

type Security = NonNullable<MailSettings['outgoing']>['security'];

/** The usual port of each way to encrypt. */
const ports: Readonly<Record<'outgoing' | 'incoming', Readonly<Record<Security, number>>>> = {
  outgoing: { tls: 465, starttls: 587, none: 25 },
  incoming: { tls: 993, starttls: 143, none: 143 },
};

interface Props {
  readonly direction: 'outgoing' | 'incoming';
  readonly hasPassword: boolean;
  readonly example: string;
}

/** Host, encryption, user: the same for both directions. */
export function ServerFields({ direction, hasPassword, example }: Props) {
  const form = Form.useFormInstance();
  const needsUser = direction === 'incoming';
  return (
    <>
      <div className={styles.server}>
        <Form.Item
          name={[direction, 'host']}
          label={m.mail_host()}
          rules={[{ required: true, whitespace: true, message: m.mail_host_missing() }]}
        >
          <Input maxLength={253} placeholder={example} autoComplete="off" />
        </Form.Item>
        <Form.Item name={[direction, 'port']} label={m.mail_port()} rules={[{ required: true, message: m.mail_port_missing() }]}>
          <InputNumber min={1} max={65_535} controls={false} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={[direction, 'security']} label={m.mail_security()}>
          <Select<Security>
            options={Object.entries(securityWords).map(([value, words]) => ({ value: value as Security, label: words() }))}
            onChange={(security) => form.setFieldValue([direction, 'port'], ports[direction][security])}
          />
        </Form.Item>
      </div>
      <FormPair>
        <Form.Item
          name={[direction, 'user']}
          label={m.mail_user()}
          rules={needsUser ? [{ required: true, whitespace: true, message: m.mail_user_missing() }] : []}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name={[direction, 'password']} label={m.mail_password()}>
          <Input.Password
            maxLength={500}
            autoComplete="new-password"
            visibilityToggle={false}
            placeholder={hasPassword ? m.mail_password_kept() : ''}
          />
        </Form.Item>
      </FormPair>
    </>
  );
}
