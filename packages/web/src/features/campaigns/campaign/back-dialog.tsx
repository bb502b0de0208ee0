import { useMutation } from '@tanstack/react-query';
import { moveCampaign, type Campaign } from '@zhiheng/contract/campaigns/campaigns';
import { stagesOf } from '@zhiheng/contract/campaigns/plan';
import type { CampaignStage } from '@zhiheng/contract/campaigns/campaign-kind';
import { Form, Input, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { stageWords } from '../campaign-words.ts';

interface Values {
  readonly to: CampaignStage;
  readonly reason: string;
}

/** Back to an earlier stage; everybody can read why. */
export function BackDialog({
  campaign: { id, version, chain, stage },
  onClose,
}: {
  readonly campaign: Campaign;
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<Values>();
  const stages: readonly CampaignStage[] = stagesOf[chain];
  const earlier = stages.slice(0, stages.indexOf(stage));
  const move = useMutation({
    mutationFn: (values: Values) => call(moveCampaign, { params: { id }, body: { version, ...values } }),
    meta: { showsError: true, done: m.campaigns_moved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={m.campaigns_go_back()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ to: earlier.at(-1) ?? stage, reason: '' }}
      onSubmit={(values) => move.mutate(values)}
      pending={move.isPending}
      error={move.error}
      submitLabel={m.campaigns_go_back()}
    >
      <Form.Item name="to" label={m.campaigns_back_to()}>
        <Select options={earlier.map((one) => ({ value: one, label: stageWords[one]() }))} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={m.campaigns_reason()}
        rules={[{ required: true, whitespace: true, message: m.campaigns_reason_missing() }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
