import { useMutation } from '@tanstack/react-query';
import { linkKind, type ServiceCase } from '@zhiheng/contract/cases/case';
import { linkCases } from '@zhiheng/contract/cases/cases';
import { Form, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { linkWords, optionsOf, type LinkKind } from '../words/case-words.ts';
import { CaseSelect } from './case-select.tsx';

interface Values {
  readonly kind: LinkKind;
  readonly otherId: string;
}
interface Props {
  readonly shown: ServiceCase;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function LinkDialog({ shown, open, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const link = useMutation({
    mutationFn: (body: Values) => call(linkCases, { params: { id: shown.id }, body }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={m.cases_link_title()}
      open={open}
      onClose={onClose}
      form={form}
      initialValues={{ kind: 'related' }}
      onSubmit={(values) => link.mutate(values)}
      pending={link.isPending}
      error={link.error}
      submitLabel={m.cases_link_add()}
      width={480}
    >
      <Form.Item name="kind" label={m.cases_link_kind()}>
        <Select options={optionsOf(linkWords, linkKind.options)} />
      </Form.Item>
      <Form.Item name="otherId" label={m.cases_link_other()} rules={[{ required: true, message: m.cases_link_other_missing() }]}>
        <CaseSelect except={shown.id} />
      </Form.Item>
    </FormDialog>
  );
}
