import { useMutation } from '@tanstack/react-query';
import { saveFieldStudy, type FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { Form } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';
import { PlanItems } from './plan-items.tsx';
import { planOf, planValues, type PlanValues } from './plan-values.ts';

export function PlanDialog({ study, onClose }: { readonly study: FieldStudy; readonly onClose: () => void }) {
  const [form] = Form.useForm<PlanValues>();
  const { id, version } = study;
  const save = useMutation({
    mutationFn: (values: PlanValues) => call(saveFieldStudy, { params: { id }, body: { version, ...planOf(values) } }),
    meta: { showsError: true, done: m.fieldwork_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<PlanValues>
      title={m.fieldwork_edit_plan()}
      open
      onClose={onClose}
      form={form}
      initialValues={planValues(study)}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.fieldwork_save()}
      width={640}
    >
      <LocalTextFields name="name" />
      <PlanItems />
    </FormDialog>
  );
}
