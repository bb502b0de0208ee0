import { DeleteOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { removeBenchmark, type Benchmark, type Indicator } from '@zhiheng/contract/measurement/indicators';
import { Button } from 'antd';
import { call } from '../../lib/call.ts';
import { exactText } from '../../lib/figures/format-value.ts';
import { benchmarkKindWords } from '../../lib/figures/indicator-words.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { problemWords } from '../../lib/problem-words.ts';
import { showToast } from '../../lib/toast.ts';
import { m } from '../../paraglide/messages.js';
import { FormSection } from '../../ui/form-section.tsx';
import { BenchmarkForm } from './benchmark-form.tsx';
import styles from './benchmarks-editor.module.css';

/** Figures to compare with. Only those whose source can be looked up. */
export function BenchmarksEditor({ indicator }: { readonly indicator: Indicator }) {
  const format = useFormat();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (benchmark: Benchmark) => call(removeBenchmark, { params: { id: benchmark.id } }),
    onSuccess: () => showToast({ tone: 'good', words: m.library_benchmark_removed() }),
    onError: (error) => showToast({ tone: 'bad', words: problemWords(error) }),
    onSettled: () => client.invalidateQueries(),
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
