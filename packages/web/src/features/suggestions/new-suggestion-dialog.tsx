import { useMutation } from '@tanstack/react-query';
import { makeSuggestion } from '@zhiheng/contract/improvement/suggestions';
import { Form, Input, Select } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { usePartOptions } from '../subjects/index.ts';

interface Values {
  readonly title: string;
  readonly text: string;
  readonly serviceId?: string;
}

export function NewSuggestionDialog({ onClose }: { readonly onClose: () => void }) {
  const format = useFormat();
  const [form] = Form.useForm<Values>();
  const { service } = usePartOptions();
  const make = useMutation({
    mutationFn: ({ serviceId, ...values }: Values) => call(makeSuggestion, { body: { ...values, serviceId: serviceId ?? null } }),
    meta: { showsError: true, done: m.suggestions_sent() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={m.suggestions_new()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ title: '', text: '' }}
      onSubmit={(values) => make.mutate(values)}
      pending={make.isPending}
      error={make.error}
      submitLabel={m.suggestions_send()}
    >
      <Form.Item
        name="title"
        label={m.suggestions_name()}
        rules={[{ required: true, whitespace: true, message: m.suggestions_name_missing() }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="text" label={m.suggestions_text()}>
        <Input.TextArea rows={5} maxLength={4000} />
      </Form.Item>
      <Form.Item name="serviceId" label={m.suggestions_service()}>
        <Select
          allowClear
          placeholder={m.suggestions_service_none()}
          options={service.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
