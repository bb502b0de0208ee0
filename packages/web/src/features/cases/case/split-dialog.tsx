import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { splitCase } from '@zhiheng/contract/cases/cases';
import { Checkbox, Form, Input } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { entryKindWords } from './entry-kind-words.ts';

interface Values {
  readonly subject: string;
  readonly entryIds: string[];
}
interface Props {
  readonly shown: ServiceCase;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A second matter in the same thread becomes a case of its own. */
export function SplitDialog({ shown, open, onClose }: Props) {
  const format = useFormat();
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const split = useMutation({
    mutationFn: (body: Values) => call(splitCase, { params: { id: shown.id }, body }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ number }) => {
      showToast({ tone: 'good', words: m.cases_split_done() });
      onClose();
      void navigate({ to: '/app/cases/$id', params: { id: number } });
    },
  });
  const entries = shown.entries.filter(({ kind }) => kind !== 'change');
  return (
    <FormDialog
      title={m.cases_split_title()}
      open={open}
      onClose={onClose}
      form={form}
      initialValues={{ subject: shown.subject, entryIds: [] }}
      onSubmit={(values) => split.mutate(values)}
      pending={split.isPending}
      error={split.error}
      submitLabel={m.cases_split()}
    >
      <p style={{ marginBottom: 12 }}>{m.cases_split_text()}</p>
      <Form.Item
        name="subject"
        label={m.cases_split_subject()}
        rules={[{ required: true, whitespace: true, message: m.cases_subject_missing() }]}
      >
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="entryIds"
        label={m.cases_split_entries()}
        rules={[{ required: true, type: 'array', min: 1, message: m.cases_split_entries_missing() }]}
      >
        <Checkbox.Group
          style={{ display: 'grid', gap: 4 }}
          options={entries.map((entry) => ({
            value: entry.id,
            label: `${format.dateTime(entry.at).slice(5)} ${entryKindWords[entry.kind]()} · ${entry.body.slice(0, 40)}`,
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
