import type { Indicator } from '@zhiheng/contract/measurement/indicators';
import { Button, Form } from 'antd';
import { m } from '../../paraglide/messages.js';
import { showFieldProblems } from '../../ui/form-dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { FormSection } from '../../ui/form-section.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { CountedFields } from './counted-fields.tsx';
import { newValues, valuesOf, type IndicatorValues } from './indicator-form.values.ts';
import { LimitFields, limitOrders } from './limit-fields.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { NameFields } from './name-fields.tsx';
import { useSaveIndicator } from './use-save-indicator.ts';

interface Props {
  readonly indicator: Indicator | null;
  readonly onDone: (saved: Indicator) => void;
  /** what is already known of a new one */
  readonly start?: Partial<IndicatorValues>;
}

/** The definition of an indicator. What was typed stays when the server refuses it. */
export function IndicatorForm({ indicator, onDone, start = {} }: Props) {
  const [form] = Form.useForm<IndicatorValues>();
  const save = useSaveIndicator(indicator, onDone);
  const direction = Form.useWatch('direction', form) ?? 'higher';
  return (
    <Form<IndicatorValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={indicator === null ? { ...newValues, ...start } : valuesOf(indicator)}
      onFinish={(values) => save.mutate(values, { onError: (error) => showFieldProblems(form, error) })}
    >
      <NameFields isNew={indicator === null} />
      <MeasureFields isNew={indicator === null} code={indicator?.code} />
      <CountedFields />
      {indicator === null ? (
        <FormSection title={m.library_section_limits()} note={limitOrders[direction]()}>
          <LimitFields prefix={['limits']} />
        </FormSection>
      ) : null}
      <ProblemAlert error={save.error} />
      <FormActions>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {m.library_save()}
        </Button>
      </FormActions>
    </Form>
  );
}
