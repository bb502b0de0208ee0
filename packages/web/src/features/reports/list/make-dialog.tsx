import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { makeReport, type ReportOrder } from '@zhiheng/contract/reports/reports';
import { Button, Form, Select } from 'antd';
import { periodsOf } from '../../../lib/figures/period.ts';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { knownPeriodsQuery } from '../../periods/index.ts';
import { OrderItems, plainOrder } from '../order-items.tsx';

interface Values extends ReportOrder {
  readonly period: string;
}

/** Chooses what to make; the report's page shows how far it is. */
export function MakeDialog({ onClose }: { readonly onClose: () => void }) {
  const format = useFormat();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const { data: known = [] } = useQuery(knownPeriodsQuery);
  const make = useMutation({
    mutationFn: (values: Values) => call(makeReport, { body: values }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id }) => navigate({ to: '/app/reports/$id', params: { id } }),
  });
  const preview = () => {
    const { kind, period, scope } = { ...plainOrder, ...form.getFieldsValue() };
    void navigate({ to: '/app/reports/preview', search: { kind, period, ...scope } });
  };
  return (
    <FormDialog<Values>
      title={m.reporting_make()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ ...plainOrder, language: format.locale }}
      onSubmit={(values) => make.mutate(values)}
      pending={make.isPending}
      error={make.error}
      submitLabel={m.reporting_make()}
      width={640}
    >
      <PeriodItem known={known} />
      <OrderItems />
      <Button onClick={preview}>{m.reporting_preview()}</Button>
    </FormDialog>
  );
}

/** Months, quarters and years that hold data, newest first; another one may be typed in. */
function PeriodItem({ known }: { readonly known: readonly string[] }) {
  const format = useFormat();
  const periods = (['month', 'quarter', 'year'] as const).flatMap((grain) => periodsOf(grain, known));
  const last = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
  const all = periods.includes(last) ? periods : [last, ...periods];
  return (
    <Form.Item name="period" label={m.reporting_period()} rules={[{ required: true, message: m.reporting_period_missing() }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={m.reporting_period_missing()}
        options={all.map((period) => ({ value: period, label: format.period(period) }))}
      />
    </Form.Item>
  );
}
