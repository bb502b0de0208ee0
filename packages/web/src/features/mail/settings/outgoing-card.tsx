import { useMutation } from '@tanstack/react-query';
import { testOutgoing, type MailSettings } from '@zhiheng/contract/mail/mail';
import { Button, Form, Input, Switch } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { HealthBadge } from './health-badge.tsx';
import { ServerFields } from './server-fields.tsx';
import styles from './settings.module.css';
import { TrialResult } from './trial-result.tsx';

interface Props {
  readonly stored: MailSettings['outgoing'];
  /** something is not saved yet: a test would try the old settings */
  readonly changed: boolean;
}

export function OutgoingCard({ stored, changed }: Props) {
  const on = Form.useWatch<boolean | undefined>('sends') ?? stored !== null;
  return (
    <Card title={m.mail_outgoing()} aside={<HealthBadge health={stored?.health} on={stored !== null} />}>
      <p className={styles.note}>{m.mail_outgoing_note()}</p>
      <Form.Item name="sends" label={m.mail_sends()} valuePropName="checked" layout="horizontal" colon={false}>
        <Switch aria-label={m.mail_sends()} />
      </Form.Item>
      {on ? (
        <>
          <ServerFields direction="outgoing" hasPassword={stored?.hasPassword ?? false} example="smtp.example.com" />
          <SenderFields language="zh" />
          <SenderFields language="en" />
          {stored === null ? null : <Trial changed={changed} />}
        </>
      ) : null}
    </Card>
  );
}

function SenderFields({ language }: { readonly language: 'zh' | 'en' }) {
  const zh = language === 'zh';
  return (
    <FormPair>
      <Form.Item name={['outgoing', 'from', language, 'name']} label={zh ? m.mail_from_name_zh() : m.mail_from_name_en()}>
        <Input maxLength={100} autoComplete="off" lang={zh ? 'zh-CN' : 'en'} />
      </Form.Item>
      <Form.Item
        name={['outgoing', 'from', language, 'address']}
        label={zh ? m.mail_from_address_zh() : m.mail_from_address_en()}
        rules={[{ required: true, type: 'email', message: m.mail_address_wrong() }]}
      >
        <Input maxLength={200} autoComplete="off" inputMode="email" />
      </Form.Item>
    </FormPair>
  );
}

function Trial({ changed }: { readonly changed: boolean }) {
  const [to, setTo] = useState('');
  const trial = useMutation({ mutationFn: () => call(testOutgoing, { body: { to: to.trim() } }), meta: { showsError: true } });
  return (
    <div className={styles.trial}>
      <Input
        className={styles.address ?? ''}
        aria-label={m.mail_trial_to()}
        placeholder={m.mail_trial_to()}
        value={to}
        maxLength={200}
        inputMode="email"
        onChange={(event) => setTo(event.target.value)}
      />
      <Button disabled={changed || !to.includes('@')} loading={trial.isPending} onClick={() => trial.mutate()}>
        {m.mail_trial_send()}
      </Button>
      <TrialResult result={trial.data} changed={changed} words={m.mail_trial_sent({ to })} />
      <ProblemAlert error={trial.error} />
    </div>
  );
}
