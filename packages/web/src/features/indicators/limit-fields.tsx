import type { Direction } from '@zhiheng/contract/measurement/indicator';
import { Form, InputNumber } from 'antd';
import { m } from '../../paraglide/messages.js';
import { FormGrid } from '../../ui/form-grid.tsx';

/** The order that limits must keep. */
export const limitOrders: Readonly<Record<Direction, () => string>> = {
  higher: m.library_limits_order_higher,
  lower: m.library_limits_order_lower,
  nominal: m.library_limits_order_nominal,
};

/** Target, warning and critical limit. */
export function LimitFields({ prefix }: { readonly prefix: readonly string[] }) {
  return (
    <FormGrid>
      <Form.Item name={[...prefix, 'target']} label={m.library_target()}>
        <InputNumber style={{ width: '100%' }} placeholder={m.library_optional()} />
      </Form.Item>
      <Form.Item name={[...prefix, 'warning']} label={m.library_warning()}>
        <InputNumber style={{ width: '100%' }} placeholder={m.library_optional()} />
      </Form.Item>
      <Form.Item name={[...prefix, 'critical']} label={m.library_critical()}>
        <InputNumber style={{ width: '100%' }} placeholder={m.library_optional()} />
      </Form.Item>
    </FormGrid>
  );
}
