import { useMutation, useQuery } from '@tanstack/react-query';
import { addDecision, type Review } from '@zhiheng/contract/improvement/reviews';
import { Form, Input, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { OwnerSelect } from '../../subjects/index.ts';
import { openProjectsQuery } from '../reviews.query.ts';

interface Values {
  readonly text: string;
  readonly ownerId: string | null;
  readonly dueOn?: string;
  readonly projectId?: string;
}

/** A decision for a project is an action of it from the start. */
export function DecisionDialog({ review: { id }, onClose }: { readonly review: Review; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const { data = [] } = useQuery(openProjectsQuery);
  const save = useMutation({
    mutationFn: ({ dueOn = '', projectId, ...values }: Values) =>
      call(addDecision, { params: { id }, body: { ...values, dueOn: dueOn === '' ? null : dueOn, projectId: projectId ?? null } }),
    meta: { showsError: true, done: m.reviews_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={m.reviews_decision_add()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ text: '', ownerId: null }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.reviews_save()}
    >
      <Form.Item
        name="text"
        label={m.reviews_decision()}
        rules={[{ required: true, whitespace: true, message: m.reviews_decision_missing() }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <FormPair>
        <Form.Item name="ownerId" label={m.reviews_decision_owner()}>
          <OwnerSelect placeholder={m.reviews_nobody()} />
        </Form.Item>
        <Form.Item name="dueOn" label={m.reviews_decision_due()}>
          <Input type="date" />
        </Form.Item>
      </FormPair>
      <Form.Item name="projectId" label={m.reviews_decision_project()}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={m.reviews_decision_project_none()}
          options={data.map((project) => ({ value: project.id, label: `${project.number} ${project.title}` }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
