import { useMutation } from '@tanstack/react-query';
import { updateCampaign, type Campaign } from '@zhiheng/contract/campaigns/campaigns';
import type { LocalProse } from '@zhiheng/contract/values/text';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useMay } from '../../identity/index.ts';
import { ProseItems } from '../prose-items.tsx';
import styles from '../campaigns.module.css';

/** What people make of the figures. */
export function JudgementCard({ campaign }: { readonly campaign: Campaign }) {
  const format = useFormat();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { strengths, weaknesses } = campaign.plan;
  const edit = <Button onClick={() => setEditing(true)}>{m.campaigns_edit()}</Button>;
  return (
    <Card title={m.campaigns_judgement()} actions={may('campaigns.write') && campaign.stage !== 'closed' ? edit : undefined}>
      <div className={styles.pair}>
        <div>
          <h3>{m.campaigns_strengths()}</h3>
          <p className={styles.prose}>{strengths[format.locale] || m.campaigns_nothing_written()}</p>
        </div>
        <div>
          <h3>{m.campaigns_weaknesses()}</h3>
          <p className={styles.prose}>{weaknesses[format.locale] || m.campaigns_nothing_written()}</p>
        </div>
      </div>
      {editing ? <JudgementDialog campaign={campaign} onClose={() => setEditing(false)} /> : null}
    </Card>
  );
}

interface Values {
  readonly strengths: LocalProse;
  readonly weaknesses: LocalProse;
}

function JudgementDialog({ campaign: { id, version, plan }, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: (values: Values) => call(updateCampaign, { params: { id }, body: { version, plan: values } }),
    meta: { showsError: true, done: m.campaigns_saved() },
    onSuccess: onClose,
  });
  const { strengths, weaknesses } = plan;
  return (
    <FormDialog<Values>
      title={m.campaigns_judgement()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ strengths, weaknesses }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.campaigns_save()}
      width={720}
    >
      <ProseItems name="strengths" labels={[m.campaigns_strengths_zh(), m.campaigns_strengths_en()]} />
      <ProseItems name="weaknesses" labels={[m.campaigns_weaknesses_zh(), m.campaigns_weaknesses_en()]} />
    </FormDialog>
  );
}
