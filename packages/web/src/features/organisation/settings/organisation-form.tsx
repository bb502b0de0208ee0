import { useMutation } from '@tanstack/react-query';
import { updateOrganisation } from '@zhiheng/contract/organisation/organisation';
import type { Reply } from '@zhiheng/contract/endpoint';
import { Button, Form, Input, Radio, Select } from 'antd';
import { useMemo } from 'react';
import { call } from '../../../lib/call.ts';
import { timeZonesByRegion } from '../../../lib/time-zones.ts';
import { m } from '../../../paraglide/messages.js';
import { showFieldProblems } from '../../../ui/form-dialog.tsx';

type Organisation = Reply<typeof updateOrganisation>;
type Values = Pick<Organisation, 'name' | 'locale' | 'timeZone'>;

export function OrganisationForm({ organisation }: { readonly organisation: Organisation }) {
  const { name, locale, timeZone } = organisation;
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: (values: Values) => call(updateOrganisation, { body: values }),
    meta: { done: m.shell_saved() },
    onError: (error) => showFieldProblems(form, error),
  });
  const zones = useMemo(
    () =>
      [...timeZonesByRegion(new Date(), timeZone)].map(([region, list]) => ({
        label: region,
        options: list.map(({ zone, label }) => ({ value: zone, label })),
      })),
    [timeZone],
  );
  const chosen = Form.useWatch('timeZone', form) ?? timeZone;
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name, locale, timeZone }}
      onFinish={(values) => save.mutate(values)}
    >
      <Form.Item
        name="name"
        label={m.shell_setup_organisation()}
        rules={[{ required: true, whitespace: true, message: m.shell_setup_organisation_missing() }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="locale" label={m.admin_organisation_locale()} extra={m.admin_organisation_locale_help()}>
        <Radio.Group
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Form.Item>
      <Form.Item name="timeZone" label={m.shell_time_zone()} extra={m.shell_time_zone_help()}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={zones} />
      </Form.Item>
      {chosen === timeZone ? null : <p style={{ marginBottom: 16, color: 'var(--near)' }}>{m.admin_zone_rebuild()}</p>}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {m.shell_save()}
      </Button>
    </Form>
  );
}
