import { useMutation } from '@tanstack/react-query';
import { updateMailSettings, type MailSettings } from '@zhiheng/contract/mail/mail';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormActions } from '../../../ui/form-actions.tsx';
import { showFieldProblems } from '../../../ui/form-dialog.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { IncomingCard } from './incoming-card.tsx';
import { OutgoingCard } from './outgoing-card.tsx';
import styles from './settings.module.css';
import { bodyOf, valuesOf, type SettingsValues } from './settings-values.ts';

/** Sending and receiving side by side; each is off until it is switched on. */
export function SettingsView({ settings }: { readonly settings: MailSettings }) {
  const [form] = Form.useForm<SettingsValues>();
  const [changed, setChanged] = useState(false);
  const save = useMutation({
    // Fields that are not shown keep their values.
    mutationFn: () => call(updateMailSettings, { body: bodyOf(form.getFieldsValue(true) as SettingsValues, settings) }),
    meta: { showsError: true, done: m.shell_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: () => setChanged(false),
  });
  return (
    <Form<SettingsValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={valuesOf(settings)}
      onValuesChange={() => setChanged(true)}
      onFinish={() => save.mutate()}
    >
      <div className={styles.cards}>
        <OutgoingCard stored={settings.outgoing} changed={changed} />
        <IncomingCard stored={settings.incoming} changed={changed} />
      </div>
      <ProblemAlert error={save.error} />
      <FormActions>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {m.shell_save()}
        </Button>
      </FormActions>
    </Form>
  );
}
