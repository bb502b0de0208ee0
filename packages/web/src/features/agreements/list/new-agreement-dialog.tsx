import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { agreementKind, createAgreement, type Agreement } from '@zhiheng/contract/agreements/agreements';
import type { LocalText } from '@zhiheng/contract/values/text';
import { Form, Radio, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { CodeField } from '../../../ui/code-field.tsx';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';
import { calendarsQuery } from '../../calendars/index.ts';
import { unitOptionsQuery } from '../../subjects/index.ts';
import { kindWords } from '../agreement-words.ts';
import { suppliersQuery } from '../agreements.query.ts';
import { newDefinition } from '../editor/new-definition.ts';

interface Values {
  readonly name: LocalText;
  readonly code: string;
  readonly kind: Agreement['kind'];
  readonly teamId?: string;
  readonly supplierId?: string;
  readonly calendarId: string;
}

export function NewAgreementDialog({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const create = useMutation({
    mutationFn: ({ calendarId, teamId, supplierId, ...body }: Values) =>
      call(createAgreement, {
        body: { ...body, teamId: teamId ?? null, supplierId: supplierId ?? null, draft: newDefinition(calendarId) },
      }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id }) => navigate({ to: '/app/agreements/$id', params: { id } }),
  });
  return (
    <FormDialog<Values>
      title={m.agreements_new()}
      open
      width={620}
      onClose={onClose}
      form={form}
      initialValues={{ kind: 'sla' }}
      onSubmit={(values) => create.mutate(values)}
      pending={create.isPending}
      error={create.error}
      submitLabel={m.agreements_create()}
    >
      <Form.Item name="kind" label={m.agreements_kind()}>
        <Radio.Group options={agreementKind.options.map((value) => ({ value, label: kindWords[value]() }))} />
      </Form.Item>
      <LocalTextFields name="name" suggestsCode />
      <CodeField />
      <PartyField />
      <CalendarField />
    </FormDialog>
  );
}

/** Whose promise it is: of a team, or of a supplier. */
function PartyField() {
  const format = useFormat();
  const kind = Form.useWatch<Agreement['kind'] | undefined>('kind');
  const teams = useQuery(unitOptionsQuery('teams'));
  const suppliers = useQuery(suppliersQuery);
  if (kind === undefined || kind === 'sla') return null;
  const ola = kind === 'ola';
  const options = ((ola ? teams.data : suppliers.data) ?? []).map(({ id, name }) => ({ value: id, label: format.text(name) }));
  return (
    <Form.Item
      key={kind}
      name={ola ? 'teamId' : 'supplierId'}
      label={ola ? m.agreements_team() : m.agreements_supplier()}
      rules={[{ required: true, message: m.agreements_choose() }]}
    >
      <Select showSearch={{ optionFilterProp: 'label' }} options={options} notFoundContent={m.agreements_nothing_to_choose()} />
    </Form.Item>
  );
}

function CalendarField() {
  const format = useFormat();
  const { data = [] } = useQuery(calendarsQuery);
  return (
    <Form.Item
      name="calendarId"
      label={m.agreements_calendar()}
      extra={data.length === 0 ? m.agreements_needs_calendar() : m.agreements_calendar_hint()}
      rules={[{ required: true, message: m.agreements_choose() }]}
    >
      <Select
        options={data.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        notFoundContent={m.agreements_nothing_to_choose()}
      />
    </Form.Item>
  );
}
