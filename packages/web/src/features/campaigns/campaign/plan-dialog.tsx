import { useMutation, useQuery } from '@tanstack/react-query';
import { updateCampaign, type Campaign } from '@zhiheng/contract/campaigns/campaigns';
import { campaignMethod } from '@zhiheng/contract/campaigns/plan';
import { Form, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormGrid } from '../../../ui/form-grid.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';
import { indicatorsQuery } from '../../indicators/index.ts';
import { OwnerSelect, PeopleSelect, subjectParts, usePartOptions } from '../../subjects/index.ts';
import { methodWords } from '../campaign-words.ts';
import { campaignOptionsQuery } from '../campaigns.query.ts';
import { ProseItems } from '../prose-items.tsx';
import { planOf, valuesOf, type PlanValues } from './plan-values.ts';
import { SheetItem, sheetOf } from './sheet-item.tsx';
import { StudyItem } from './study-item.tsx';
import { SurveyItems } from './survey-items.tsx';

/** Writes the plan. */
export function PlanDialog({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) {
  const [form] = Form.useForm<PlanValues>();
  const { id, version, plan } = campaign;
  const save = useMutation({
    mutationFn: async (values: PlanValues) =>
      call(updateCampaign, {
        params: { id },
        body: { version, name: values.name, plan: { ...planOf(values, plan), ...(await sheetOf(values.sheetFrom)) } },
      }),
    meta: { showsError: true, done: m.campaigns_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<PlanValues>
      title={m.campaigns_plan()}
      open
      onClose={onClose}
      form={form}
      initialValues={valuesOf(campaign)}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.campaigns_save()}
      width={720}
    >
      <LocalTextFields name="name" />
      <ProseItems name="purpose" labels={[m.campaigns_purpose_zh(), m.campaigns_purpose_en()]} />
      <ScopeItems />
      <FormPair>
        <Form.Item name="leaderId" label={m.campaigns_leader()}>
          <OwnerSelect placeholder={m.campaigns_nobody()} />
        </Form.Item>
        <Form.Item name="approverIds" label={m.campaigns_approvers()}>
          <PeopleSelect placeholder={m.campaigns_nobody()} />
        </Form.Item>
      </FormPair>
      <FormPair>
        <Form.Item name="memberIds" label={m.campaigns_members()}>
          <PeopleSelect placeholder={m.campaigns_nobody()} />
        </Form.Item>
        <Form.Item name="reviewerIds" label={m.campaigns_reviewers()}>
          <PeopleSelect placeholder={m.campaigns_nobody()} />
        </Form.Item>
      </FormPair>
      <Form.Item name="outsiders" label={m.campaigns_outsiders()} extra={m.campaigns_outsiders_help()}>
        <Select mode="tags" open={false} suffixIcon={null} maxCount={30} placeholder={m.campaigns_outsiders_none()} />
      </Form.Item>
      <Form.Item name="methods" label={m.campaigns_methods()}>
        <Select mode="multiple" options={campaignMethod.options.map((kind) => ({ value: kind, label: methodWords[kind]() }))} />
      </Form.Item>
      <SurveyItems />
      <StudyItem />
      <SheetItem sheet={plan.sheet} />
      <FigureItems self={id} />
    </FormDialog>
  );
}

const scopeParts = [
  ['serviceId', 'service'],
  ['siteId', 'site'],
  ['teamId', 'team'],
  ['segmentId', 'segment'],
] as const;

function ScopeItems() {
  const format = useFormat();
  const options = usePartOptions();
  return (
    <FormGrid>
      {scopeParts.map(([field, part]) => (
        <Form.Item
          key={field}
          name={['scope', field]}
          label={subjectParts[part].label()}
          normalize={(value: string | undefined) => value ?? null}
        >
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={m.campaigns_scope_all()}
            options={options[part].map(({ id, name }) => ({ value: id, label: format.text(name) }))}
          />
        </Form.Item>
      ))}
    </FormGrid>
  );
}

function FigureItems({ self }: { readonly self: string }) {
  const format = useFormat();
  const { data: indicators = [] } = useQuery(indicatorsQuery);
  const { data: campaigns = [] } = useQuery(campaignOptionsQuery);
  const earlier = campaigns.filter(({ id, results }) => id !== self && results > 0);
  return (
    <>
      <Form.Item name="indicators" label={m.campaigns_indicators()} extra={m.campaigns_indicators_help()}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={indicators.map(({ code, name }) => ({ value: code, label: format.text(name) }))}
        />
      </Form.Item>
      <Form.Item name="previousId" label={m.campaigns_compare_with()} extra={m.campaigns_compare_help()}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={m.campaigns_compare_none()}
          options={earlier.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
    </>
  );
}
