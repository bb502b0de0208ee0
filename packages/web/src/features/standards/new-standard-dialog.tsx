import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createStandard } from '@zhiheng/contract/standards/standards';
import type { LocalText } from '@zhiheng/contract/values/text';
import { Form } from 'antd';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';
import { CodeField } from '../../ui/code-field.tsx';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { LocalTextFields } from '../../ui/local-text-fields.tsx';

interface Values {
  readonly name: LocalText;
  readonly code: string;
}

export function NewStandardDialog({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const create = useMutation({
    mutationFn: (values: Values) => call(createStandard, { body: values }),
    meta: { showsError: true, done: m.standards_created() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id }) => navigate({ to: '/app/standards/$id/edit', params: { id } }),
  });
  return (
    <FormDialog<Values>
      title={m.standards_new()}
      open
      onClose={onClose}
      form={form}
      initialValues={{}}
      onSubmit={(values) => create.mutate(values)}
      pending={create.isPending}
      error={create.error}
      submitLabel={m.standards_begin()}
    >
      <LocalTextFields name="name" suggestsCode />
      <CodeField />
    </FormDialog>
  );
}
