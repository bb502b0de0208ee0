import { useMutation } from '@tanstack/react-query';
import { createReportSchedule, updateReportSchedule, type ReportSchedule } from '@zhiheng/contract/reports/schedules';
import type { ReportOrder } from '@zhiheng/contract/reports/reports';
import { Form, Input, InputNumber, Select, Switch } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { OrderItems, plainOrder } from '../order-items.tsx';

interface Props {
  readonly schedule: ReportSchedule | null;
  readonly onClose: () => void;
}

interface Values extends ReportOrder {
  readonly name: string;
  readonly day: number;
  readonly hour: number;
  readonly active: boolean;
}

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: `${String(hour).padStart(2, '0')}:00` }));

/** What is made every month, when, and for whom. */
export function ScheduleDialog({ schedule, onClose }: Props) {
  const format = useFormat();
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: (body: Values) =>
      schedule === null
        ? call(createReportSchedule, { body })
        : call(updateReportSchedule, { params: { id: schedule.id }, body: { ...body, version: schedule.version } }),
    meta: { showsError: true, done: m.reporting_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={schedule === null ? m.reporting_schedule_new() : m.reporting_schedule_edit()}
      open
      onClose={onClose}
      form={form}
      initialValues={schedule ?? { ...plainOrder, language: format.locale, day: 3, hour: 8, active: true }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.reporting_save()}
      width={640}
    >
      <Form.Item name="name" label={m.reporting_schedule_name()} rules={[{ required: true, message: m.reporting_name_missing() }]}>
        <Input maxLength={100} />
      </Form.Item>
      <FormPair>
        <Form.Item
          name="day"
          label={m.reporting_day()}
          extra={m.reporting_day_help()}
          rules={[{ required: true, message: m.reporting_day_missing() }]}
        >
          <InputNumber min={1} max={31} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="hour" label={m.reporting_hour({ zone: format.zone })}>
          <Select options={hours} />
        </Form.Item>
      </FormPair>
      <OrderItems />
      <Form.Item name="active" label={m.reporting_active()} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDialog>
  );
}
