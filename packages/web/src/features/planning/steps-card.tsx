import { useMutation } from '@tanstack/react-query';
import { recordStep, type Plan } from '@zhiheng/contract/improvement/plans';
import { Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useMay } from '../identity/index.ts';
import { stepWords } from './planning-words.ts';
import styles from './planning.module.css';

type Step = Plan['steps'][number];

/** The eight steps with what came of each. */
export function StepsCard({ plan }: { readonly plan: Plan }) {
  const may = useMay();
  const format = useFormat();
  const [open, setOpen] = useState<Step | null>(null);
  const canWrite = may('improvement.write') && plan.state !== 'closed';
  return (
    <Card title={m.planning_steps()}>
      <ol className={styles.steps}>
        {plan.steps.map((one) => (
          <li key={one.step}>
            <span className={styles.head}>
              <strong>{stepWords[one.step]()}</strong>
              <StatusBadge tone={one.doneAt === null ? 'idle' : 'good'}>
                {one.doneAt === null ? m.planning_step_open() : m.planning_step_done()}
              </StatusBadge>
              {canWrite ? (
                <RowActions actions={[{ label: m.planning_step_record(), of: stepWords[one.step](), onClick: () => setOpen(one) }]} />
              ) : null}
            </span>
            {one.record === '' ? null : <p className={styles.prose}>{one.record}</p>}
            {one.doneAt === null ? null : (
              <span className={styles.grey}>{m.planning_step_done_by({ who: one.by ?? '—', at: format.dateTime(one.doneAt) })}</span>
            )}
          </li>
        ))}
      </ol>
      {open === null ? null : <StepDialog plan={plan} step={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

interface Values {
  readonly record: string;
  readonly done: boolean;
}

function StepDialog({ plan: { id, version }, step, onClose }: { readonly plan: Plan; readonly step: Step; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: (values: Values) => call(recordStep, { params: { id, step: step.step }, body: { version, ...values } }),
    meta: { showsError: true, done: m.planning_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={m.planning_step_write({ name: stepWords[step.step]() })}
      open
      onClose={onClose}
      form={form}
      initialValues={{ record: step.record, done: step.doneAt !== null }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.planning_save()}
      width={640}
    >
      <Form.Item name="record" label={m.planning_step_record()}>
        <Input.TextArea rows={6} maxLength={8000} />
      </Form.Item>
      <Form.Item name="done" valuePropName="checked">
        <Checkbox>{m.planning_step_is_done()}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
