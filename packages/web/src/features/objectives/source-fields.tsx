import { useQuery } from '@tanstack/react-query';
import { Form, InputNumber, Radio, Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FormPair } from '../../ui/form-pair.tsx';
import { indicatorsQuery } from '../indicators/index.ts';
import { probesQuery } from '../probes/index.ts';
import { serviceOptionsQuery } from '../subjects/index.ts';
import type { ObjectiveValues } from './objective-values.ts';

/** Which service, and what of it is counted. */
export function SourceFields() {
  const format = useFormat();
  const services = useQuery(serviceOptionsQuery);
  const source = Form.useWatch<ObjectiveValues['source']>('source') ?? 'probe';
  return (
    <>
      <Form.Item name="serviceId" label={m.objectives_service()} rules={[{ required: true, message: m.probes_service_missing() }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(services.data ?? []).map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
      <Form.Item name="source" label={m.objectives_source()}>
        <Radio.Group
          options={[
            { value: 'probe', label: m.objectives_source_probe() },
            { value: 'indicator', label: m.objectives_source_indicator() },
          ]}
        />
      </Form.Item>
      {source === 'probe' ? <ProbeFields /> : <IndicatorFields />}
    </>
  );
}

function ProbeFields() {
  const format = useFormat();
  const serviceId = Form.useWatch<string>('serviceId');
  const probes = useQuery(probesQuery(28));
  const offered = (probes.data ?? []).filter((probe) => serviceId === undefined || probe.serviceId === serviceId);
  return (
    <FormPair>
      <Form.Item
        name="probeId"
        label={m.objectives_probe()}
        extra={offered.length === 0 ? m.objectives_no_probe() : undefined}
        rules={[{ required: true, message: m.objectives_probe_missing() }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={offered.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
      <Form.Item name="latencyMs" label={m.objectives_latency()} extra={m.objectives_latency_help()}>
        <InputNumber min={1} max={60_000} precision={0} suffix={m.probes_ms_unit()} style={{ width: '100%' }} />
      </Form.Item>
    </FormPair>
  );
}

function IndicatorFields() {
  const format = useFormat();
  const code = Form.useWatch<string>('indicator');
  const indicators = useQuery(indicatorsQuery);
  const offered = (indicators.data ?? []).filter(({ measure }) => measure !== 'formula');
  const chosen = offered.find((one) => one.code === code);
  return (
    <>
      <Form.Item name="indicator" label={m.objectives_indicator()} rules={[{ required: true, message: m.objectives_indicator_missing() }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={offered.map((one) => ({ value: one.code, label: format.text(one.name) }))}
        />
      </Form.Item>
      {chosen === undefined || chosen.measure === 'share' ? null : (
        <FormPair>
          <Form.Item name="op" label={m.objectives_good_when()}>
            <Select
              options={[
                { value: 'lte', label: m.objectives_at_most() },
                { value: 'gte', label: m.objectives_at_least() },
              ]}
            />
          </Form.Item>
          <Form.Item name="limit" label={m.objectives_limit_value()} rules={[{ required: true, message: m.objectives_limit_missing() }]}>
            <InputNumber suffix={chosen.unit} style={{ width: '100%' }} />
          </Form.Item>
        </FormPair>
      )}
    </>
  );
}
