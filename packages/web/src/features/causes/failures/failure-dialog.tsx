import { useMutation, useQuery } from '@tanstack/react-query';
import { createFailure, updateFailure, type ServiceFailure } from '@zhiheng/contract/causes/service-failures';
import { detectedBy, type DetectedBy } from '@zhiheng/contract/causes/detected-by';
import { Form, Input, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { instantInZone, wallTimeIn } from '../../../lib/wall-time.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { serviceOptionsQuery } from '../../subjects/index.ts';
import { detectedWords } from '../cause-words.ts';

interface Values {
  readonly failed: string;
  readonly effect: string;
  readonly serviceId: string | null | undefined;
  readonly beganAt: string;
  readonly restoredAt: string;
  readonly detectedBy: DetectedBy;
}

interface Props {
  /** undefined: a new one */
  readonly failure: ServiceFailure | undefined;
  readonly onClose: () => void;
}

export function FailureDialog({ failure, onClose }: Props) {
  const { zone } = useFormat();
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: (values: Values) => {
      const body = bodyOf(values, zone);
      if (failure === undefined) return call(createFailure, { body });
      return call(updateFailure, { params: { id: failure.id }, body: { ...body, version: failure.version } });
    },
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={failure === undefined ? m.causes_failure_new() : m.causes_failure_edit()}
      open
      onClose={onClose}
      form={form}
      initialValues={failure === undefined ? blankValues(zone) : valuesOf(failure, zone)}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.causes_save()}
      width={600}
    >
      <FailureFields />
    </FormDialog>
  );
}

const blankValues = (zone: string): Values => ({
  ...{ failed: '', effect: '', serviceId: null, detectedBy: 'customer' },
  ...{ beganAt: wallTimeIn(new Date().toISOString(), zone), restoredAt: '' },
});

function valuesOf(failure: ServiceFailure, zone: string): Values {
  const { failed, effect, serviceId, beganAt, restoredAt } = failure;
  return {
    ...{ failed, effect, serviceId, detectedBy: failure.detectedBy },
    ...{ beganAt: wallTimeIn(beganAt, zone), restoredAt: restoredAt === null ? '' : wallTimeIn(restoredAt, zone) },
  };
}

function bodyOf({ serviceId, beganAt, restoredAt, ...values }: Values, zone: string) {
  const times = { beganAt: instantInZone(beganAt, zone), restoredAt: restoredAt === '' ? null : instantInZone(restoredAt, zone) };
  return { ...values, ...times, serviceId: serviceId ?? null };
}

function FailureFields() {
  const format = useFormat();
  const { data = [] } = useQuery(serviceOptionsQuery);
  return (
    <>
      <Form.Item name="failed" label={m.causes_failure()} rules={[{ required: true, whitespace: true, message: m.causes_required() }]}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="effect" label={m.causes_effect()}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      <FormPair>
        <Form.Item name="beganAt" label={m.causes_began()} rules={[{ required: true, message: m.causes_required() }]}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="restoredAt" label={m.causes_restored()}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="serviceId" label={m.causes_service()}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={data.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
          />
        </Form.Item>
        <Form.Item name="detectedBy" label={m.causes_detected()}>
          <Select options={detectedBy.options.map((by) => ({ value: by, label: detectedWords[by]() }))} />
        </Form.Item>
      </FormPair>
    </>
  );
}
