import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createCalendar, type CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import type { LocalText } from '@zhiheng/contract/values/text';
import { Form, Radio } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { CodeField } from '../../ui/code-field.tsx';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { LocalTextFields } from '../../ui/local-text-fields.tsx';

interface Values {
  readonly name: LocalText;
  readonly code: string;
  readonly begins: 'office' | 'always';
}

const office = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
const always = [{ from: '00:00', to: '24:00' }];

function definitionOf(begins: Values['begins'], zone: string): CalendarDefinition {
  const week = Array.from({ length: 7 }, (_, day) => (begins === 'always' ? always : day < 5 ? office : []));
  return { zone, week, makeUpHours: begins === 'always' ? always : office, overrides: [] };
}

export function NewCalendarDialog({ onClose }: { readonly onClose: () => void }) {
  const { zone } = useFormat();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const create = useMutation({
    mutationFn: ({ name, code, begins }: Values) => call(createCalendar, { body: { name, code, definition: definitionOf(begins, zone) } }),
    meta: { showsError: true, done: m.calendars_created() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id }) => navigate({ to: '/app/admin/calendars/$id', params: { id } }),
  });
  return (
    <FormDialog<Values>
      title={m.calendars_new()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ begins: 'office' }}
      onSubmit={(values) => create.mutate(values)}
      pending={create.isPending}
      error={create.error}
      submitLabel={m.calendars_create()}
    >
      <LocalTextFields name="name" suggestsCode />
      <CodeField />
      <Form.Item name="begins" label={m.calendars_begins()} extra={m.calendars_begins_hint({ zone })}>
        <Radio.Group
          options={[
            { value: 'office', label: m.calendars_begins_office() },
            { value: 'always', label: m.calendars_always_open() },
          ]}
        />
      </Form.Item>
    </FormDialog>
  );
}
