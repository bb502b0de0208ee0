import { useMutation } from '@tanstack/react-query';
import { updateCampaign, type Campaign } from '@zhiheng/contract/campaigns/campaigns';
import { milestoneFact, stagesOf, type CampaignPlan, type MilestoneFact } from '@zhiheng/contract/campaigns/plan';
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormGrid } from '../../../ui/form-grid.tsx';
import { FormSection } from '../../../ui/form-section.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';
import { stageWords } from '../campaign-words.ts';
import styles from '../campaigns.module.css';

type Values = Pick<CampaignPlan, 'milestones' | 'checklist'>;

const factWords: Readonly<Record<MilestoneFact, () => string>> = {
  none: m.campaigns_fact_none,
  answers: m.campaigns_fact_answers,
  invitations: m.campaigns_fact_invitations,
  reviews: m.campaigns_fact_reviews,
  frozen: m.campaigns_fact_frozen,
  told: m.campaigns_fact_told,
  findings: m.campaigns_fact_findings,
};
const facts = milestoneFact.options.map((value) => ({ value, label: factWords[value]() }));
/** Whether something is frozen or told has no number. */
const counted: ReadonlySet<MilestoneFact> = new Set(['answers', 'invitations', 'reviews', 'findings']);

/** Milestones and tasks of every stage. What was marked as done stays so. */
export function TimetableDialog({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const { id, version, plan } = campaign;
  const save = useMutation({
    // What is done came with the form and is no field of it.
    mutationFn: () => call(updateCampaign, { params: { id }, body: { version, plan: form.getFieldsValue(true) as Values } }),
    meta: { showsError: true, done: m.campaigns_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={m.campaigns_milestones()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ milestones: plan.milestones, checklist: plan.checklist }}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.campaigns_save()}
      width={760}
    >
      <FormSection title={m.campaigns_milestones()}>
        <MilestoneRows campaign={campaign} />
      </FormSection>
      <FormSection title={m.campaigns_checklist()}>
        <TaskRows campaign={campaign} />
      </FormSection>
    </FormDialog>
  );
}

const stagesFor = ({ chain }: Campaign) => stagesOf[chain].map((value) => ({ value, label: stageWords[value]() }));
const nameless = { zh: '', en: '' };

function MilestoneRows({ campaign }: { readonly campaign: Campaign }) {
  const stages = stagesFor(campaign);
  return (
    <Form.List name="milestones">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className={styles.row}>
              <legend>{m.campaigns_milestone_n({ n: name + 1 })}</legend>
              <LocalTextFields name={[name, 'name']} />
              <FormGrid>
                <Form.Item name={[name, 'stage']} label={m.campaigns_stage()}>
                  <Select options={stages} />
                </Form.Item>
                <Form.Item name={[name, 'due']} label={m.campaigns_due()} rules={[{ required: true, message: m.campaigns_due_missing() }]}>
                  <Input type="date" />
                </Form.Item>
                <FactItems at={name} />
              </FormGrid>
              <Button danger type="text" onClick={() => remove(name)}>
                {m.campaigns_remove()}
              </Button>
            </fieldset>
          ))}
          <Button
            disabled={fields.length >= 60}
            onClick={() => add({ name: nameless, stage: campaign.stage, fact: 'none', wanted: null, done: false })}
          >
            {m.campaigns_milestone_add()}
          </Button>
        </>
      )}
    </Form.List>
  );
}

/** What tells that it is reached, and from what number on. */
function FactItems({ at }: { readonly at: number }) {
  const fact = Form.useWatch<MilestoneFact | undefined>(['milestones', at, 'fact']) ?? 'none';
  return (
    <>
      <Form.Item name={[at, 'fact']} label={m.campaigns_fact()}>
        <Select options={facts} />
      </Form.Item>
      {counted.has(fact) ? (
        <Form.Item name={[at, 'wanted']} label={m.campaigns_fact_wanted()}>
          <InputNumber min={1} max={10_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      ) : null}
    </>
  );
}

function TaskRows({ campaign }: { readonly campaign: Campaign }) {
  const stages = stagesFor(campaign);
  return (
    <Form.List name="checklist">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className={styles.row}>
              <legend>{m.campaigns_task_n({ n: name + 1 })}</legend>
              <LocalTextFields name={[name, 'name']} />
              <FormGrid>
                <Form.Item name={[name, 'stage']} label={m.campaigns_stage()}>
                  <Select options={stages} />
                </Form.Item>
                <Form.Item name={[name, 'required']} valuePropName="checked" label={m.campaigns_task_gate()}>
                  <Checkbox>{m.campaigns_task_required()}</Checkbox>
                </Form.Item>
              </FormGrid>
              <Button danger type="text" onClick={() => remove(name)}>
                {m.campaigns_remove()}
              </Button>
            </fieldset>
          ))}
          <Button
            disabled={fields.length >= 100}
            onClick={() => add({ name: nameless, stage: campaign.stage, required: false, done: false })}
          >
            {m.campaigns_task_add()}
          </Button>
        </>
      )}
    </Form.List>
  );
}
