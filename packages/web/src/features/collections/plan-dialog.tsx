import { useMutation } from '@tanstack/react-query';
import { createCollection, updateCollection, type Collection } from '@zhiheng/contract/measurement/collections';
import { Form } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { statusOf } from '../../lib/problem-words.ts';
import { m } from '../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { PlanFields } from './plan-fields.tsx';
import styles from './plan-dialog.module.css';
import { newPlan, valuesOf, type PlanValues } from './plan-values.ts';

interface Props {
  readonly open: string | undefined;
  readonly plans: readonly Collection[];
  readonly onClose: () => void;
}

export function PlanDialog({ open, plans, onClose }: Props) {
  const plan = plans.find(({ id }) => id === open);
  if (open === undefined || (open !== 'new' && plan === undefined)) return null;
  return <OpenDialog key={open} plan={plan} onClose={onClose} />;
}

function OpenDialog({ plan, onClose }: { readonly plan: Collection | undefined; readonly onClose: () => void }) {
  const format = useFormat();
  const [form] = Form.useForm<PlanValues>();
  const save = useMutation({
    mutationFn: (values: PlanValues) => savePlan({ ...values, ownerId: values.ownerId ?? null }, plan),
    meta: { showsError: true, done: m.collections_plan_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const overtaken = statusOf(save.error) === 409;
  return (
    <FormDialog
      title={plan === undefined ? m.collections_plan_new() : m.collections_plan_edit()}
      open
      width={760}
      onClose={onClose}
      form={form}
      initialValues={plan === undefined ? newPlan(format.date(new Date().toISOString())) : valuesOf(plan)}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={overtaken ? null : save.error}
      submitLabel={m.collections_plan_save()}
    >
      {overtaken ? (
        <p role="alert" className={styles.overtaken}>
          <span aria-hidden="true">▲</span> {m.collections_plan_conflict()}
        </p>
      ) : null}
      <PlanFields />
    </FormDialog>
  );
}

const savePlan = (values: PlanValues, plan: Collection | undefined) =>
  plan === undefined
    ? call(createCollection, { body: values })
    : call(updateCollection, { params: { id: plan.id }, body: { ...values, version: plan.version } });
