import { DeleteOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { removeBenchmark, type Benchmark, type Indicator } from '@zhiheng/contract/measurement/indicators';
import { Button } from 'antd';
import { call } from '../../lib/call.ts';
import { exactText } from '../../lib/figures/format-value.ts';
import { benchmarkKindWords } from '../../lib/figures/indicator-words.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FormSection } from '../../ui/form-section.tsx';
import { BenchmarkForm } from './benchmark-form.tsx';
import styles from './benchmarks-editor.module.css';

/** Figures to compare with. Only those whose source can be looked up. */
export function BenchmarksEditor({ indicator }: { readonly indicator: Indicator }) {
  const format = useFormat();
  const remove = useMutation({
    mutationFn: (benchmark: Benchmark) => call(removeBenchmark, { params: { id: benchmark.id } }),
    meta: { done: m.library_benchmark_removed() },
  });
  return (
    <FormSection title={m.library_section_benchmarks()} note={m.library_benchmark_rule()}>
      <ul>
        {indicator.benchmarks.map((benchmark) => (
          <li key={benchmark.id} className={styles.item}>
            <span>
              <strong>{exactText(indicator, benchmark.value, format.locale)}</strong> {benchmarkKindWords[benchmark.kind]()} ·{' '}
              {format.text(benchmark.source)} · {benchmark.asOf}
            </span>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={m.library_benchmark_remove({ source: format.text(benchmark.source) })}
              onClick={() => remove.mutate(benchmark)}
            />
          </li>
        ))}
      </ul>
      <BenchmarkForm code={indicator.code} />
    </FormSection>
  );
}
