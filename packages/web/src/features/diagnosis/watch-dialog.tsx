import { useMutation } from '@tanstack/react-query';
import { createSignalRule } from '@zhiheng/contract/diagnosis/signals';
import type { ChartBucket, SignalKind } from '@zhiheng/contract/diagnosis/signal-kind';
import { Form, InputNumber, Select } from 'antd';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';
import { IndicatorChoice } from './indicator-choice.tsx';
import { bucketWords, kindWords, levelWords, optionsOf } from './signal-words.ts';

interface Values {
  readonly kind: SignalKind;
  readonly indicator?: string;
  readonly bucket: ChartBucket;
  readonly level: keyof typeof levelWords;
  readonly periods: number;
  readonly of: 'complaints' | 'cases';
}

/** Adds something to watch; what a kind does not need is not asked. */
export function WatchDialog({ onClose }: { readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? 'control-chart';
  const add = useMutation({
    mutationFn: (values: Values) => call(createSignalRule, { body: { watch: watchOf(values) } }),
    meta: { showsError: true, done: m.diagnosis_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={m.diagnosis_watch_new()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ kind: 'control-chart', bucket: 'week', level: 'critical', periods: 1, of: 'complaints' }}
      onSubmit={(values) => add.mutate(values)}
      pending={add.isPending}
      error={add.error}
      submitLabel={m.diagnosis_save()}
    >
      <Form.Item name="kind" label={m.diagnosis_kind()}>
        <Select options={optionsOf(kindWords)} />
      </Form.Item>
      {kind === 'hot-spot' ? <SpotItems /> : <IndicatorItems kind={kind} />}
    </FormDialog>
  );
}

function SpotItems() {
  return (
    <Form.Item name="of" label={m.diagnosis_spots_of()}>
      <Select
        options={[
          { value: 'complaints', label: m.diagnosis_complaints() },
          { value: 'cases', label: m.diagnosis_cases() },
        ]}
      />
    </Form.Item>
  );
}

function IndicatorItems({ kind }: { readonly kind: Exclude<SignalKind, 'hot-spot'> }) {
  return (
    <>
      <Form.Item name="indicator" label={m.diagnosis_indicator()} rules={[{ required: true, message: m.diagnosis_indicator_missing() }]}>
        <IndicatorChoice />
      </Form.Item>
      <FormGrid>
        {kind === 'forecast' ? null : (
          <Form.Item name="bucket" label={m.diagnosis_by()}>
            <Select options={optionsOf(bucketWords)} />
          </Form.Item>
        )}
        {kind === 'control-chart' ? null : (
          <Form.Item name="level" label={m.diagnosis_level()}>
            <Select options={optionsOf(levelWords)} />
          </Form.Item>
        )}
        {kind === 'threshold' ? (
          <Form.Item name="periods" label={m.diagnosis_periods()}>
            <InputNumber min={1} max={12} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        ) : null}
      </FormGrid>
    </>
  );
}

/** A forecast looks four weeks of days ahead. */
function watchOf({ kind, indicator = '', bucket = 'week', level = 'critical', periods = 1, of }: Values) {
  switch (kind) {
    case 'control-chart':
      return { kind, indicator, bucket };
    case 'threshold':
      return { kind, indicator, bucket, level, periods };
    case 'forecast':
      return { kind, indicator, bucket: 'day' as const, level, horizon: 28 };
    case 'hot-spot':
      return { kind, of, by: ['category' as const, 'service' as const, 'site' as const] };
    default:
      throw new RangeError(kind satisfies never);
  }
}
