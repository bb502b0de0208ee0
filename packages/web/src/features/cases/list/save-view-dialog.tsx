import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { saveCaseView } from '@zhiheng/contract/cases/views';
import { Checkbox, Form, Input } from 'antd';
import { call } from '../../../lib/call.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { filterOf, searchOf, type CasesSearch } from './cases.search.ts';

interface Values {
  readonly name: string;
  readonly shared: boolean;
}
interface Props {
  readonly open: boolean;
  readonly search: CasesSearch;
  readonly onClose: () => void;
}

/** Keeps the filters of the address as a tab. */
export function SaveViewDialog({ open, search, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: (values: Values) =>
      call(saveCaseView, {
        params: { id: crypto.randomUUID() },
        body: { ...values, filter: filterOf(search), order: search.order ?? 'due' },
      }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: (view) => {
      showToast({ tone: 'good', words: m.cases_view_saved({ name: view.name }) });
      onClose();
      void navigate({ to: '/app/cases', search: searchOf(view) });
    },
  });
  return (
    <FormDialog
      title={m.cases_view_save_title()}
      open={open}
      onClose={onClose}
      form={form}
      initialValues={{ shared: false }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.cases_view_save()}
      width={420}
    >
      <Form.Item
        name="name"
        label={m.cases_view_name()}
        rules={[{ required: true, whitespace: true, message: m.cases_view_name_missing() }]}
      >
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="shared" valuePropName="checked">
        <Checkbox>{m.cases_view_shared()}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
