import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createCampaign } from '@zhiheng/contract/campaigns/campaigns';
import { campaignChain, type CampaignChain } from '@zhiheng/contract/campaigns/plan';
import { campaignKind, type CampaignKind } from '@zhiheng/contract/campaigns/campaign-kind';
import type { LocalText } from '@zhiheng/contract/values/text';
import { Form, Input, Radio, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';
import { kindWords } from '../campaign-words.ts';
import { campaignOptionsQuery } from '../campaigns.query.ts';

interface Values {
  readonly name: LocalText;
  readonly kind: CampaignKind;
  readonly chain: CampaignChain;
  readonly from: string;
  readonly until: string;
  readonly copyOf?: string;
}

const chainWords: Readonly<Record<CampaignChain, () => string>> = { improve: m.campaigns_chain_improve, judge: m.campaigns_chain_judge };
const thisMonth = (): string => new Date().toISOString().slice(0, 7);

/** Begins a campaign from a template, or from the one before. */
export function NewCampaignDialog({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const create = useMutation({
    mutationFn: ({ copyOf, ...values }: Values) =>
      call(createCampaign, { body: { ...values, ...(copyOf === undefined ? {} : { copyOf }) } }),
    meta: { showsError: true, done: m.campaigns_created() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id }) => navigate({ to: '/app/campaigns/$id', params: { id } }),
  });
  return (
    <FormDialog<Values>
      title={m.campaigns_new()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ kind: 'quarterly', chain: 'improve', from: thisMonth(), until: thisMonth() }}
      onSubmit={(values) => create.mutate(values)}
      pending={create.isPending}
      error={create.error}
      submitLabel={m.campaigns_begin()}
      width={600}
    >
      <LocalTextFields name="name" />
      <Form.Item name="kind" label={m.campaigns_template()} extra={m.campaigns_template_help()}>
        <Select options={campaignKind.options.map((kind) => ({ value: kind, label: kindWords[kind]() }))} />
      </Form.Item>
      <FormPair>
        <MonthItem name="from" label={m.campaigns_from()} />
        <MonthItem name="until" label={m.campaigns_until()} />
      </FormPair>
      <Form.Item name="chain" label={m.campaigns_chain()}>
        <Radio.Group options={campaignChain.options.map((chain) => ({ value: chain, label: chainWords[chain]() }))} />
      </Form.Item>
      <CopyItem />
    </FormDialog>
  );
}

function MonthItem({ name, label }: { readonly name: string; readonly label: string }) {
  const rules = [{ required: true, pattern: /^(19[7-9]\d|20\d{2})-(0[1-9]|1[0-2])$/, message: m.campaigns_month_wrong() }];
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Input type="month" placeholder="2026-03" />
    </Form.Item>
  );
}

function CopyItem() {
  const format = useFormat();
  const { data = [] } = useQuery(campaignOptionsQuery);
  return (
    <Form.Item name="copyOf" label={m.campaigns_copy_of()} extra={m.campaigns_copy_help()}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={m.campaigns_copy_none()}
        options={data.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
      />
    </Form.Item>
  );
}
