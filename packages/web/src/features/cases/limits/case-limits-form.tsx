import { useMutation, useQueryClient } from '@tanstack/react-query';
import { setCaseSettings, type CaseLimits, type CaseSettings } from '@zhiheng/contract/cases/case-settings';
import { Button, Form, InputNumber } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FormActions } from '../../../ui/form-actions.tsx';
import { showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';

type Values = Pick<CaseSettings, 'settings'>;

export function CaseLimitsForm({ saved }: { readonly saved: CaseSettings }) {
  const [form] = Form.useForm<Values>();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: ({ settings }: Values) =>
      // An emptied number comes as undefined.
      call(setCaseSettings, {
        body: { settings: { ...settings, closeAfterDays: settings.closeAfterDays ?? null }, version: saved.version },
      }),
    meta: { done: m.shell_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: (now) => client.setQueryData(['case-settings'], now),
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={saved}
      onFinish={(values) => save.mutate(values)}
      scrollToFirstError
      style={{ display: 'grid', gap: 12, maxWidth: 860 }}
    >
      <Card title={m.cases_limits_loop()}>
        <FormPair>
          <Limit
            name="responseHours"
            label={m.cases_limits_response()}
            unit={m.cases_limits_hours()}
            help={m.cases_limits_response_help()}
          />
          <Limit name="resultHours" label={m.cases_limits_result()} unit={m.cases_limits_hours()} />
          <Limit name="followUpAfterDays" label={m.cases_limits_follow_up()} unit={m.cases_limits_days_after()} />
          <Limit name="followUpUntilDays" label={m.cases_limits_until()} unit={m.cases_limits_days_after()} />
          <Limit name="retryAfterDays" label={m.cases_limits_retry()} unit={m.cases_limits_days()} />
          <Limit name="attempts" label={m.cases_limits_attempts()} unit={m.cases_limits_times()} help={m.cases_limits_attempts_help()} />
        </FormPair>
      </Card>
      <Card title={m.cases_limits_others()}>
        <Limit
          name="closeAfterDays"
          label={m.cases_limits_close()}
          unit={m.cases_limits_days_after()}
          help={m.cases_limits_close_help()}
          optional
        />
      </Card>
      <FormActions>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {m.shell_save()}
        </Button>
      </FormActions>
    </Form>
  );
}

interface LimitProps {
  readonly name: keyof CaseLimits;
  readonly label: string;
  readonly unit: string;
  readonly help?: string;
  readonly optional?: boolean;
}

function Limit({ name, label, unit, help, optional = false }: LimitProps) {
  const rules = optional ? [] : [{ required: true, message: m.cases_limits_required() }];
  return (
    <Form.Item name={['settings', name]} label={label} rules={rules} {...(help !== undefined && { extra: help })}>
      <InputNumber min={1} precision={0} suffix={unit} style={{ width: '100%', maxWidth: 260 }} />
    </Form.Item>
  );
}
