import { aggregate, direction, measure, period, type Measure } from '@zhiheng/contract/measurement/indicator';
import { Form, Input, InputNumber, Select } from 'antd';
import { aggregateWords, directionWords, measureWords, periodWords } from '../../lib/figures/indicator-words.ts';
import { m } from '../../paraglide/messages.js';
import { FormGrid } from '../../ui/form-grid.tsx';
import { FormSection } from '../../ui/form-section.tsx';
import { FormulaField } from './formula-field.tsx';
import type { IndicatorValues } from './indicator-form.values.ts';

interface Props {
  readonly isNew: boolean;
  readonly code: string | undefined;
}

/** How it is measured and how the observations of a period become one figure. */
export function MeasureFields({ isNew, code }: Props) {
  const form = Form.useFormInstance<IndicatorValues>();
  const chosen = Form.useWatch('measure', form);
  const typedCode = Form.useWatch('code', form);
  const fixed = isNew ? {} : { extra: m.library_fixed_hint() };
  return (
    <FormSection title={m.library_section_measure()}>
      <FormGrid>
        <Form.Item name="measure" label={m.library_measure()} {...fixed}>
          <Select
            disabled={!isNew}
            options={measure.options.map((value) => ({ value, label: measureWords[value]() }))}
            onChange={(next: Measure) => form.setFieldsValue(usualFor[next])}
          />
        </Form.Item>
        <Form.Item name="unit" label={m.library_unit()} rules={[{ required: true, message: m.library_required() }]}>
          <Input />
        </Form.Item>
        <Form.Item name="decimals" label={m.library_decimals()}>
          <InputNumber disabled={!isNew} min={0} max={6} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="direction" label={m.library_direction()}>
          <Select options={direction.options.map((value) => ({ value, label: directionWords[value]() }))} />
        </Form.Item>
        {chosen === 'count' || chosen === 'formula' ? null : (
          <Form.Item name="aggregate" label={m.library_aggregate()}>
            <Select options={aggregate.options.map((value) => ({ value, label: aggregateWords[value]() }))} />
          </Form.Item>
        )}
        <Form.Item name="period" label={m.library_period()}>
          <Select options={period.options.map((value) => ({ value, label: periodWords[value]() }))} />
        </Form.Item>
        <Form.Item name="plausibleMin" label={m.library_plausible_min()}>
          <InputNumber style={{ width: '100%' }} placeholder={m.library_optional()} />
        </Form.Item>
        <Form.Item name="plausibleMax" label={m.library_plausible_max()} extra={m.library_plausible_hint()}>
          <InputNumber style={{ width: '100%' }} placeholder={m.library_optional()} />
        </Form.Item>
      </FormGrid>
      {chosen === 'formula' ? <FormulaField code={code ?? typedCode} /> : null}
    </FormSection>
  );
}

/** What nearly every indicator of a measure has, so that it need not be typed. */
const usualFor: Record<Measure, Partial<IndicatorValues>> = {
  number: { decimals: 2, aggregate: 'mean' },
  duration: { unit: 'h', decimals: 2, aggregate: 'mean', direction: 'lower' },
  share: { unit: '%', decimals: 1, aggregate: 'mean' },
  count: { unit: '1', decimals: 0, aggregate: 'sum' },
  formula: { decimals: 2 },
};
