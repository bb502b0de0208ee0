import { useMutation, useQuery } from '@tanstack/react-query';
import { createProbe, updateProbe, type Probe, type ProbeTarget } from '@zhiheng/contract/monitoring/probes';
import type { LocalText } from '@zhiheng/contract/values/text';
import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { CodeField } from '../../ui/code-field.tsx';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { FormPair } from '../../ui/form-pair.tsx';
import { LocalTextFields } from '../../ui/local-text-fields.tsx';
import { serviceOptionsQuery } from '../subjects/index.ts';
import { HttpFields } from './http-fields.tsx';

interface Values {
  readonly name: LocalText;
  readonly code: string;
  readonly serviceId: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly target: {
    kind: ProbeTarget['kind'];
    address: string;
    expectedStatus?: string[];
    expectedText?: string;
    followRedirects?: boolean;
  };
}

const intervals = [30, 60, 120, 300, 600, 1800, 3600];

function valuesOf(probe: Probe | undefined): Partial<Values> {
  if (probe === undefined) return { intervalSeconds: 60, timeoutSeconds: 10, target: { kind: 'http', address: '', followRedirects: true } };
  const { target, name, code, serviceId, intervalSeconds, timeoutMs } = probe;
  const http =
    target.kind === 'http'
      ? { ...target, expectedStatus: target.expectedStatus.map(String), expectedText: target.expectedText ?? '' }
      : target;
  return { name, code, serviceId, intervalSeconds, timeoutSeconds: timeoutMs / 1000, target: http };
}

function targetOf({ kind, address, expectedStatus = [], expectedText = '', followRedirects = true }: Values['target']): ProbeTarget {
  if (kind === 'tcp') return { kind, address: address.trim() };
  const text = expectedText === '' ? null : expectedText;
  return { kind, address: address.trim(), expectedStatus: expectedStatus.map(Number), expectedText: text, followRedirects };
}

/** Adds a probe or changes one. */
export function ProbeDialog({ probe, onClose }: { readonly probe: Probe | undefined; readonly onClose: () => void }) {
  const format = useFormat();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch(['target', 'kind'], form) ?? probe?.target.kind ?? 'http';
  const services = useQuery(serviceOptionsQuery);
  const save = useMutation({
    mutationFn: ({ code, timeoutSeconds, target, ...same }: Values) => {
      const body = { ...same, timeoutMs: Math.round(timeoutSeconds * 1000), target: targetOf(target) };
      return probe === undefined
        ? call(createProbe, { body: { code, ...body } })
        : call(updateProbe, { params: { id: probe.id }, body: { version: probe.version, ...body } });
    },
    meta: { showsError: true, done: m.probes_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={probe === undefined ? m.probes_new() : m.probes_edit_title({ name: format.text(probe.name) })}
      open
      onClose={onClose}
      form={form}
      initialValues={valuesOf(probe)}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.probes_save()}
      width={640}
    >
      <LocalTextFields name="name" suggestsCode={probe === undefined} />
      {probe === undefined ? <CodeField /> : null}
      <Form.Item name="serviceId" label={m.probes_service()} rules={[{ required: true, message: m.probes_service_missing() }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(services.data ?? []).map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
      <Form.Item name={['target', 'kind']} label={m.probes_kind()}>
        <Radio.Group
          options={[
            { value: 'http', label: 'HTTP(S)' },
            { value: 'tcp', label: 'TCP' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name={['target', 'address']}
        label={m.probes_address()}
        extra={kind === 'http' ? m.probes_address_http() : m.probes_address_tcp()}
        rules={[{ required: true, whitespace: true, message: m.probes_address_missing() }]}
      >
        <Input autoComplete="off" spellCheck={false} placeholder={kind === 'http' ? 'https://example.org/health' : 'db.example.org:5432'} />
      </Form.Item>
      {kind === 'http' ? <HttpFields /> : null}
      <FormPair>
        <Form.Item name="intervalSeconds" label={m.probes_interval()}>
          <Select options={intervals.map((value) => ({ value, label: format.duration(value) }))} />
        </Form.Item>
        <Form.Item name="timeoutSeconds" label={m.probes_timeout()} rules={[{ required: true, message: m.probes_timeout_missing() }]}>
          <InputNumber min={0.1} max={30} step={1} suffix={m.probes_seconds()} style={{ width: '100%' }} />
        </Form.Item>
      </FormPair>
    </FormDialog>
  );
}
