import { Segmented, Select } from 'antd';
import type { ChartBucket } from '@zhiheng/contract/diagnosis/signal-kind';
import { m } from '../../paraglide/messages.js';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ControlChartCard } from './control-chart-card.tsx';
import type { ViewProps } from './diagnosis-page.tsx';
import { IndicatorChoice } from './indicator-choice.tsx';
import { bucketWords, optionsOf } from './signal-words.ts';

const ruleSetWords = { nelson: m.diagnosis_nelson, 'western-electric': m.diagnosis_western } as const;

/** The control chart of any indicator. */
export function ChartView({ search, onChange }: ViewProps) {
  const { indicator, bucket = 'week', ruleSet = 'nelson' } = search;
  return (
    <>
      <FilterBar>
        <IndicatorChoice value={indicator} onChange={(code) => onChange({ indicator: code })} />
        <Segmented<ChartBucket>
          aria-label={m.diagnosis_by()}
          value={bucket}
          options={optionsOf(bucketWords)}
          onChange={(next) => onChange({ bucket: next })}
        />
        <Select
          aria-label={m.diagnosis_rules()}
          style={{ width: 170 }}
          value={ruleSet}
          options={optionsOf(ruleSetWords)}
          onChange={(next) => onChange({ ruleSet: next })}
        />
      </FilterBar>
      {indicator === undefined ? (
        <EmptyState title={m.diagnosis_chart_none()} />
      ) : (
        <ControlChartCard wish={{ code: indicator, bucket, ruleSet }} />
      )}
    </>
  );
}
