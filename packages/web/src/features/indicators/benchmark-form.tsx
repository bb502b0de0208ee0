import { useMutation } from '@tanstack/react-query';
import { benchmarkKind, type BenchmarkKind } from '@zhiheng/contract/measurement/indicator';
import { addBenchmark } from '@zhiheng/contract/measurement/indicators';
import type { LocalText } from '@zhiheng/contract/values/text';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { call } from '../../lib/call.ts';
import { benchmarkKindWords } from '../../lib/figures/indicator-words.ts';
import { m } from '../../paraglide/messages.js';
import { showFieldProblems } from '../../ui/form-dialog.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Values {
  readonly kind: BenchmarkKind;
  readonly value: number;
  readonly source: LocalText;
  readonly url?: string;
  readonly asOf: string;
}

export function BenchmarkForm({ code }: { readonly code: string }) {
  const [form] = Form.useForm<Values>();
  const add = useMutation({
    mutationFn: ({ url, ...values }: Values) =>
      call(addBenchmark, { params: { code }, body: { ...values, url: url === undefined || url === '' ? null : url } }),
    meta: { showsError: true, done: m.library_benchmark_added() },
    onSuccess: () => form.resetFields(),
    onError: (error) => showFieldProblems(form, error),
  });
  const required = [{ required: true, message: m.library_required() }];
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ kind: 'industry' }}
      onFinish={(values) => add.mutate(values)}
    >
      <FormGrid>
        <Form.Item name="kind" label={m.library_benchmark_kind()}>
          <Select options={benchmarkKind.options.map((value) => ({ value, label: benchmarkKindWords[value]() }))} />
        </Form.Item>
        <Form.Item name="value" label={m.library_benchmark_value()} rules={required}>
          <InputNumber style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="asOf" label={m.library_benchmark_as_of()} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name={['source', 'zh']} label={m.library_benchmark_source_zh()} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name={['source', 'en']} label={m.library_benchmark_source_en()} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="url" label={m.library_benchmark_url()}>
          <Input type="url" placeholder="https://" />
        </Form.Item>
      </FormGrid>
      <ProblemAlert error={add.error} />
      <Button htmlType="submit" loading={add.isPending}>
        {m.library_benchmark_add()}
      </Button>
    </Form>
  );
}
