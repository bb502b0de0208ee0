import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FormPair } from '../../ui/form-pair.tsx';
import { calendarsQuery } from '../calendars/index.ts';
import { windowText } from './objective-words.ts';
import { windowKeys, windowOf, type ObjectiveValues } from './objective-values.ts';

const slices = [60, 300, 900, 1800, 3600];

/** How much of it is promised, over which time, counted how. */
export function PromiseFields() {
  const format = useFormat();
  const calendars = useQuery(calendarsQuery);
  const method = Form.useWatch<ObjectiveValues['method']>('method') ?? 'occurrences';
  const needed = [{ required: true, message: m.objectives_value_missing() }];
  return (
    <>
      <FormPair>
        <Form.Item name="targetPercent" label={m.objectives_target()} rules={needed}>
          <InputNumber min={0.01} max={99.9999} step={0.1} suffix="%" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="window" label={m.objectives_window()}>
          <Select options={windowKeys.map((value) => ({ value, label: windowText(windowOf(value), format) }))} />
        </Form.Item>
      </FormPair>
      <Form.Item name="method" label={m.objectives_method()} extra={m.objectives_method_help()}>
        <Radio.Group
          options={[
            { value: 'occurrences', label: m.objectives_method_occurrences() },
            { value: 'time-slices', label: m.objectives_method_slices() },
          ]}
        />
      </Form.Item>
      <FormPair>
        <Form.Item name="slice" label={m.objectives_slice()} extra={m.objectives_slice_help()}>
          <Select options={slices.map((value) => ({ value, label: format.duration(value) }))} />
        </Form.Item>
        {method === 'time-slices' ? (
          <Form.Item name="slicePercent" label={m.objectives_slice_target()} rules={needed}>
            <InputNumber min={1} max={100} suffix="%" style={{ width: '100%' }} />
          </Form.Item>
        ) : null}
      </FormPair>
      <FormPair>
        <Form.Item name="calendarId" label={m.objectives_calendar()} extra={m.objectives_calendar_help()}>
          <Select
            allowClear
            placeholder={m.objectives_always()}
            options={(calendars.data ?? []).map(({ id, name }) => ({ value: id, label: format.text(name) }))}
          />
        </Form.Item>
        <Form.Item name="since" label={m.objectives_since()} extra={m.objectives_since_help()} rules={needed}>
          <Input type="date" />
        </Form.Item>
      </FormPair>
      <Form.Item name="minimumBad" label={m.objectives_minimum_bad()} extra={m.objectives_minimum_bad_help()} rules={needed}>
        <InputNumber min={1} max={1_000_000} precision={0} />
      </Form.Item>
    </>
  );
}
