import { useMutation } from '@tanstack/react-query';
import { priorityCriterion, setPriorityModel, type PriorityDefinition, type PriorityModel } from '@zhiheng/contract/findings/priority';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FactTable } from '../../../ui/fact-table.tsx';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormGrid } from '../../../ui/form-grid.tsx';
import { useMay } from '../../identity/index.ts';
import { criterionWords } from './criterion-words.ts';

/** The weights in force, and which version they are. */
export function ModelCard({ model }: { readonly model: PriorityModel }) {
  const may = useMay();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const sum = priorityCriterion.options.reduce((total, criterion) => total + model.weights[criterion], 0);
  return (
    <Card
      title={m.findings_model()}
      aside={model.version === 0 ? m.findings_model_usual() : m.findings_model_version({ version: String(model.version) })}
      actions={may('findings.write') ? <Button onClick={() => setOpen(true)}>{m.findings_model_edit()}</Button> : undefined}
    >
      <FactTable
        label={m.findings_model()}
        rows={priorityCriterion.options.map((criterion) => [
          criterionWords[criterion](),
          format.percent((100 * model.weights[criterion]) / sum, 0),
        ])}
      />
      {open ? <ModelDialog model={model} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

function ModelDialog({ model, onClose }: { readonly model: PriorityModel; readonly onClose: () => void }) {
  const [form] = Form.useForm<PriorityDefinition>();
  const { weights, costBands, currency, rates, version } = model;
  const save = useMutation({
    mutationFn: (body: PriorityDefinition) => call(setPriorityModel, { body: { ...body, version } }),
    meta: { showsError: true, done: m.findings_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<PriorityDefinition>
      title={m.findings_model_edit()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ weights, costBands, currency, rates }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.findings_save()}
      width={600}
    >
      <FormGrid>
        {priorityCriterion.options.map((criterion) => (
          <NumberItem key={criterion} name={['weights', criterion]} label={criterionWords[criterion]()} max={100} />
        ))}
        {costBands.map((_band, at) => (
          <NumberItem key={at} name={['costBands', at]} label={m.findings_model_band({ score: String(at + 2) })} />
        ))}
        <NumberItem name={['rates', 'reworkHour']} label={m.findings_model_rate_rework()} />
        <NumberItem name={['rates', 'complaint']} label={m.findings_model_rate_complaint()} />
        <NumberItem name={['rates', 'customer']} label={m.findings_model_rate_customer()} />
        <Form.Item name="currency" label={m.findings_model_currency()} rules={[{ required: true }]}>
          <Input maxLength={8} />
        </Form.Item>
      </FormGrid>
    </FormDialog>
  );
}

function NumberItem({ name, label, max }: { readonly name: (string | number)[]; readonly label: string; readonly max?: number }) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true }]}>
      <InputNumber min={0} {...(max === undefined ? {} : { max })} style={{ width: '100%' }} />
    </Form.Item>
  );
}
