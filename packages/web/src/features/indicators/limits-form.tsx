import { useMutation } from '@tanstack/react-query';
import { setLimits, type Indicator } from '@zhiheng/contract/measurement/indicators';
import { Button, Form, Input } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { showToast } from '../../lib/toast.ts';
import { m } from '../../paraglide/messages.js';
import { showFieldProblems } from '../../ui/form-dialog.tsx';
import { FormSection } from '../../ui/form-section.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { LimitFields, limitOrders } from './limit-fields.tsx';

interface Values {
  readonly target: number | null;
  readonly warning: number | null;
  readonly critical: number | null;
  readonly validFrom: string;
}

/** New limits from a day on; months before keep theirs. */
export function LimitsForm({ indicator }: { readonly indicator: Indicator }) {
  const format = useFormat();
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: (values: Values) => call(setLimits, { params: { code: indicator.code }, body: values }),
    meta: { showsError: true },
    onSuccess: (_indicator, { validFrom }) => showToast({ tone: 'good', words: m.library_limits_saved({ date: validFrom }) }),
    onError: (error) => showFieldProblems(form, error),
  });
  const { target = null, warning = null, critical = null } = indicator.limits ?? {};
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ target, warning, critical, validFrom: format.date(new Date().toISOString()) }}
      onFinish={(values) =>
        save.mutate({ ...values, target: values.target ?? null, warning: values.warning ?? null, critical: values.critical ?? null })
      }
    >
      <FormSection title={m.library_section_limits()} note={`${limitOrders[indicator.direction]()} · ${m.library_limits_note()}`}>
        <LimitFields prefix={[]} />
        <Form.Item name="validFrom" label={m.library_valid_from()} rules={[{ required: true, message: m.library_required() }]}>
          <Input type="date" style={{ width: 170 }} />
        </Form.Item>
        <ProblemAlert error={save.error} />
        <Button htmlType="submit" loading={save.isPending}>
          {m.library_limits_save()}
        </Button>
      </FormSection>
    </Form>
  );
}
