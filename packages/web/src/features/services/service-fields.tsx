import { useQuery } from '@tanstack/react-query';
import { serviceState } from '@zhiheng/contract/catalog/service-state';
import type { Service } from '@zhiheng/contract/catalog/services';
import { code } from '@zhiheng/contract/values/text';
import { AutoComplete, Form, Input, Select } from 'antd';
import { codeFromName } from '../../lib/code-from-name.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FormPair } from '../../ui/form-pair.tsx';
import { OwnerSelect, unitOptionsQuery } from '../subjects/index.ts';
import { serviceStateWords } from './service-state-badge.tsx';
import type { ServiceValues } from './service-values.ts';

interface Props {
  /** undefined for one that is being made */
  readonly service: Service | undefined;
  readonly services: readonly Service[];
}

const required = () => ({ required: true, whitespace: true, message: m.library_required() });
const isCode = () => ({
  validator: (_rule: unknown, value: unknown) =>
    value === undefined || value === '' || code.safeParse(value).success
      ? Promise.resolve()
      : Promise.reject(new Error(m.library_services_code_wrong())),
});

export function ServiceFields({ service, services }: Props) {
  return (
    <>
      <NameFields fixedCode={service !== undefined} services={services} />
      <FormPair>
        <Form.Item name={['description', 'zh']} label={m.library_services_description_zh()}>
          <Input.TextArea rows={3} maxLength={4000} lang="zh-CN" />
        </Form.Item>
        <Form.Item name={['description', 'en']} label={m.library_services_description_en()}>
          <Input.TextArea rows={3} maxLength={4000} lang="en" />
        </Form.Item>
        <CustomerField locale="zh" label={m.library_services_customers_zh()} />
        <CustomerField locale="en" label={m.library_services_customers_en()} />
      </FormPair>
      <PlaceFields service={service} services={services} />
    </>
  );
}

function NameFields({ fixedCode, services }: { readonly fixedCode: boolean; readonly services: readonly Service[] }) {
  const form = Form.useFormInstance<ServiceValues>();
  const suggest = (name: string) => {
    // Once somebody has written a code of their own, it is theirs.
    if (!fixedCode && !form.isFieldTouched('code')) form.setFieldValue('code', codeFromName(name, '-'));
  };
  const types = [...new Set(services.map(({ type }) => type))].sort();
  return (
    <FormPair>
      <Form.Item name={['name', 'zh']} label={m.library_services_name_zh()} rules={[required()]}>
        <Input maxLength={400} lang="zh-CN" autoComplete="off" />
      </Form.Item>
      <Form.Item name={['name', 'en']} label={m.library_services_name_en()} rules={[required()]}>
        <Input maxLength={400} lang="en" autoComplete="off" onChange={(event) => suggest(event.target.value)} />
      </Form.Item>
      <Form.Item
        name="code"
        label={m.library_services_code()}
        extra={fixedCode ? undefined : m.library_services_code_hint()}
        rules={[required(), isCode()]}
      >
        <Input maxLength={64} disabled={fixedCode} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="type" label={m.library_services_type()} extra={m.library_services_type_hint()} rules={[required(), isCode()]}>
        <AutoComplete options={types.map((value) => ({ value, label: `${m.library_service_type({ code: value })} (${value})` }))} />
      </Form.Item>
    </FormPair>
  );
}

/** For whom the service is: in both languages or in none. */
function CustomerField({ locale, label }: { readonly locale: 'zh' | 'en'; readonly label: string }) {
  const other = locale === 'zh' ? 'en' : 'zh';
  return (
    <Form.Item
      name={['customers', locale]}
      label={label}
      dependencies={[['customers', other]]}
      rules={[
        ({ getFieldValue }) => ({
          validator: (_rule, value: string | undefined) =>
            (value ?? '').trim() === '' && String(getFieldValue(['customers', other]) ?? '').trim() !== ''
              ? Promise.reject(new Error(m.library_services_both_languages()))
              : Promise.resolve(),
        }),
      ]}
    >
      <Input maxLength={400} lang={locale === 'zh' ? 'zh-CN' : 'en'} autoComplete="off" />
    </Form.Item>
  );
}

function PlaceFields({ service, services }: Props) {
  const format = useFormat();
  const teams = useQuery(unitOptionsQuery('teams'));
  const others = services.filter(({ id }) => id !== service?.id).map(({ id, name }) => ({ value: id, label: format.text(name) }));
  const channels = [...new Set(services.flatMap((one) => one.channels))].sort();
  const search = { showSearch: { optionFilterProp: 'label' }, allowClear: true };
  return (
    <FormPair>
      <Form.Item name="parentId" label={m.library_services_parent()}>
        <Select {...search} placeholder={m.library_none()} options={others} />
      </Form.Item>
      <Form.Item name="state" label={m.library_services_state()}>
        <Select options={serviceState.options.map((value) => ({ value, label: serviceStateWords[value]() }))} />
      </Form.Item>
      <Form.Item name="teamId" label={m.library_services_team()}>
        <Select
          {...search}
          placeholder={m.library_none()}
          loading={teams.isPending}
          options={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
      <Form.Item name="ownerId" label={m.library_services_owner()}>
        <OwnerSelect placeholder={m.library_none()} />
      </Form.Item>
      <Form.Item name="dependsOn" label={m.library_services_depends_on()}>
        <Select mode="multiple" {...search} placeholder={m.library_none()} options={others} />
      </Form.Item>
      <Form.Item
        name="channels"
        label={m.library_services_channels()}
        extra={m.library_services_channels_hint()}
        rules={[{ type: 'array', defaultField: isCode() }]}
      >
        <Select
          mode="tags"
          tokenSeparators={[',', '，', ' ']}
          placeholder={m.library_none()}
          options={channels.map((value) => ({ value, label: m.library_service_channel({ code: value }) }))}
        />
      </Form.Item>
    </FormPair>
  );
}
