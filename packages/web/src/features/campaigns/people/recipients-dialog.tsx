import { useMutation } from '@tanstack/react-query';
import { setRecipients, type Campaign } from '@zhiheng/contract/campaigns/campaigns';
import { Form, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { PeopleSelect, usePartOptions } from '../../subjects/index.ts';

interface Values {
  readonly accountIds: string[];
  readonly teamIds: string[];
}

/** Whoever was told already stays on the list. */
export function RecipientsDialog({ campaign: { id, recipients }, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) {
  const format = useFormat();
  const { team } = usePartOptions();
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: (values: Values) => call(setRecipients, { params: { id }, body: values }),
    meta: { showsError: true, done: m.campaigns_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const initialValues = {
    accountIds: recipients.flatMap(({ accountId }) => accountId ?? []),
    teamIds: recipients.flatMap(({ teamId }) => teamId ?? []),
  };
  return (
    <FormDialog<Values>
      title={m.campaigns_recipients()}
      open
      onClose={onClose}
      form={form}
      initialValues={initialValues}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.campaigns_save()}
    >
      <Form.Item name="teamIds" label={m.campaigns_teams()}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={team.map((one) => ({ value: one.id, label: format.text(one.name) }))}
        />
      </Form.Item>
      <Form.Item name="accountIds" label={m.campaigns_accounts()}>
        <PeopleSelect placeholder={m.campaigns_nobody()} />
      </Form.Item>
    </FormDialog>
  );
}
