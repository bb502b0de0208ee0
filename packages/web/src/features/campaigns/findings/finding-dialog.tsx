import { useMutation, useQuery } from '@tanstack/react-query';
import {
  createFinding,
  findingKind,
  findingSeverity,
  findingState,
  updateFinding,
  type Campaign,
  type CampaignFinding,
} from '@zhiheng/contract/campaigns/campaigns';
import { Form, Input, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormGrid } from '../../../ui/form-grid.tsx';
import { OwnerSelect } from '../../subjects/index.ts';
import { findingStateWords } from '../campaign-words.ts';
import { analysisQuery, campaignOptionsQuery } from '../campaigns.query.ts';
import { findingKindWords, severityWords } from './finding-words.ts';

type Values = Pick<
  CampaignFinding,
  'title' | 'detail' | 'kind' | 'severity' | 'state' | 'evidence' | 'ownerId' | 'due' | 'followUpId' | 'note'
>;
const usual: Values = {
  ...{ title: '', detail: '', kind: 'process', severity: 'medium', state: 'open', evidence: [] },
  ...{ ownerId: null, due: null, followUpId: null, note: '' },
};

interface Props {
  readonly campaign: Campaign;
  /** undefined: a new one */
  readonly finding: CampaignFinding | undefined;
  readonly onClose: () => void;
}

export function FindingDialog({ campaign, finding, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const { id } = campaign;
  const save = useMutation({
    mutationFn: ({ state, due, ...values }: Values) => {
      const body = { ...values, due: due === '' ? null : (due ?? null) };
      return finding === undefined
        ? call(createFinding, { params: { id }, body })
        : call(updateFinding, { params: { id, findingId: finding.id }, body: { ...body, state, version: finding.version } });
    },
    meta: { showsError: true, done: m.campaigns_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={finding === undefined ? m.campaigns_finding_new() : finding.title}
      open
      onClose={onClose}
      form={form}
      initialValues={finding ?? usual}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.campaigns_save()}
      width={640}
    >
      <WordItems />
      <FormGrid>
        <Form.Item name="ownerId" label={m.campaigns_owner()}>
          <OwnerSelect placeholder={m.campaigns_nobody()} />
        </Form.Item>
        <Form.Item name="due" label={m.campaigns_due()}>
          <Input type="date" />
        </Form.Item>
      </FormGrid>
      <EvidenceItem campaignId={id} />
      {finding === undefined ? null : <ProgressItems self={id} />}
    </FormDialog>
  );
}

function WordItems() {
  return (
    <>
      <Form.Item
        name="title"
        label={m.campaigns_finding()}
        rules={[{ required: true, whitespace: true, message: m.campaigns_finding_missing() }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="detail" label={m.campaigns_detail()}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      <FormGrid>
        <Form.Item name="kind" label={m.campaigns_finding_kind()}>
          <Select options={findingKind.options.map((kind) => ({ value: kind, label: findingKindWords[kind]() }))} />
        </Form.Item>
        <Form.Item name="severity" label={m.campaigns_severity()}>
          <Select options={findingSeverity.options.map((severity) => ({ value: severity, label: severityWords[severity]() }))} />
        </Form.Item>
      </FormGrid>
    </>
  );
}

/** The figures that show it. */
function EvidenceItem({ campaignId }: { readonly campaignId: string }) {
  const format = useFormat();
  const { data } = useQuery(analysisQuery(campaignId));
  return (
    <Form.Item name="evidence" label={m.campaigns_evidence()}>
      <Select mode="multiple" options={(data?.figures ?? []).map(({ key, name }) => ({ value: key, label: format.text(name) }))} />
    </Form.Item>
  );
}

/** How far it has come, and which later campaign measured whether it helped. */
function ProgressItems({ self }: { readonly self: string }) {
  const format = useFormat();
  const { data = [] } = useQuery(campaignOptionsQuery);
  return (
    <>
      <FormGrid>
        <Form.Item name="state" label={m.campaigns_state()}>
          <Select options={findingState.options.map((state) => ({ value: state, label: findingStateWords[state]() }))} />
        </Form.Item>
        <Form.Item name="followUpId" label={m.campaigns_follow_up()} normalize={(value: string | undefined) => value ?? null}>
          <Select
            allowClear
            placeholder={m.campaigns_follow_up_none()}
            options={data.filter(({ id }) => id !== self).map(({ id, name }) => ({ value: id, label: format.text(name) }))}
          />
        </Form.Item>
      </FormGrid>
      <Form.Item name="note" label={m.campaigns_note()}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
    </>
  );
}
