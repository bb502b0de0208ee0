import { useMutation } from '@tanstack/react-query';
import { testIncoming, type MailSettings } from '@zhiheng/contract/mail/mail';
import { caseType } from '@zhiheng/contract/cases/case';
import { Button, Form, Input, Select, Switch } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { usePartOptions } from '../../subjects/index.ts';
import { caseTypeWords } from '../mail-words.ts';
import { HealthBadge } from './health-badge.tsx';
import { ServerFields } from './server-fields.tsx';
import styles from './settings.module.css';
import { TrialResult } from './trial-result.tsx';

interface Props {
  readonly stored: MailSettings['incoming'];
  readonly changed: boolean;
}

export function IncomingCard({ stored, changed }: Props) {
  const on = Form.useWatch<boolean | undefined>('receives') ?? stored !== null;
  return (
    <Card title={m.mail_incoming()} aside={<HealthBadge health={stored?.health} on={stored !== null} />}>
      <p className={styles.note}>{m.mail_incoming_note()}</p>
      <Form.Item name="receives" label={m.mail_receives()} valuePropName="checked" layout="horizontal" colon={false}>
        <Switch aria-label={m.mail_receives()} />
      </Form.Item>
      {on ? (
        <>
          <ServerFields direction="incoming" hasPassword={stored?.hasPassword ?? false} example="imap.example.com" />
          <CaseFields />
          {stored === null ? null : <Trial changed={changed} />}
        </>
      ) : null}
    </Card>
  );
}

function CaseFields() {
  const teams = usePartOptions().team;
  return (
    <>
      <Form.Item
        name={['incoming', 'folder']}
        label={m.mail_folder()}
        extra={m.mail_folder_help()}
        rules={[{ required: true, whitespace: true, message: m.mail_folder_missing() }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <FormPair>
        <Form.Item name={['incoming', 'type']} label={m.mail_case_type()}>
          <Select options={caseType.options.map((value) => ({ value, label: caseTypeWords[value]() }))} />
        </Form.Item>
        <Form.Item name={['incoming', 'teamId']} label={m.mail_case_team()}>
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={m.mail_case_team_none()} options={[...teams]} />
        </Form.Item>
      </FormPair>
    </>
  );
}

function Trial({ changed }: { readonly changed: boolean }) {
  const format = useFormat();
  const trial = useMutation({ mutationFn: () => call(testIncoming, { body: {} }), meta: { showsError: true } });
  return (
    <div className={styles.trial}>
      <Button disabled={changed} loading={trial.isPending} onClick={() => trial.mutate()}>
        {m.mail_trial_open()}
      </Button>
      <TrialResult result={trial.data} changed={changed} words={m.mail_trial_opened({ n: format.number(trial.data?.mails ?? 0) })} />
      <ProblemAlert error={trial.error} />
    </div>
  );
}
