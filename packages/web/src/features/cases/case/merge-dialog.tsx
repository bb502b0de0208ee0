import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { mergeCase } from '@zhiheng/contract/cases/cases';
import { Form } from 'antd';
import { call } from '../../../lib/call.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { CaseSelect } from './case-select.tsx';

interface Values {
  readonly into: string;
}
interface Props {
  readonly shown: ServiceCase;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Moves the thread to another case; cannot be taken back, so it says so first. */
export function MergeDialog({ shown, open, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const merge = useMutation({
    mutationFn: ({ into }: Values) => call(mergeCase, { params: { id: shown.id }, body: { into, version: shown.version } }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: (merged) => {
      const number = merged.mergedInto?.number ?? merged.number;
      showToast({ tone: 'good', words: m.cases_merge_done({ number }) });
      onClose();
      void navigate({ to: '/app/cases/$id', params: { id: number } });
    },
  });
  return (
    <FormDialog
      title={m.cases_merge_title()}
      open={open}
      onClose={onClose}
      form={form}
      initialValues={{}}
      onSubmit={(values) => merge.mutate(values)}
      pending={merge.isPending}
      error={merge.error}
      submitLabel={m.cases_merge()}
      width={480}
    >
      <p style={{ marginBottom: 12 }}>{m.cases_merge_text()}</p>
      <Form.Item name="into" label={m.cases_link_other()} rules={[{ required: true, message: m.cases_link_other_missing() }]}>
        <CaseSelect except={shown.id} />
      </Form.Item>
    </FormDialog>
  );
}
