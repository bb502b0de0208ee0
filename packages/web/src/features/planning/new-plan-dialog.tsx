import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createPlan } from '@zhiheng/contract/improvement/plans';
import { Form, Input } from 'antd';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { FormPair } from '../../ui/form-pair.tsx';

interface Values {
  readonly title: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly scope: string;
}

/** A plan is usually for the year to come. */
export function NewPlanDialog({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const year = new Date().getFullYear() + 1;
  const create = useMutation({
    mutationFn: (values: Values) => call(createPlan, { body: values }),
    meta: { showsError: true, done: m.planning_created() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id }) => navigate({ to: '/app/plans/$id', params: { id } }),
  });
  const day = [{ required: true, message: m.planning_day_missing() }];
  return (
    <FormDialog<Values>
      title={m.planning_new()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ title: '', fromOn: `${year}-01-01`, untilOn: `${year}-12-31`, scope: '' }}
      onSubmit={(values) => create.mutate(values)}
      pending={create.isPending}
      error={create.error}
      submitLabel={m.planning_save()}
    >
      <Form.Item name="title" label={m.planning_name()} rules={[{ required: true, whitespace: true, message: m.planning_name_missing() }]}>
        <Input maxLength={200} />
      </Form.Item>
      <FormPair>
        <Form.Item name="fromOn" label={m.planning_from()} rules={day}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="untilOn" label={m.planning_until()} rules={day}>
          <Input type="date" />
        </Form.Item>
      </FormPair>
      <Form.Item name="scope" label={m.planning_scope()}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}
