import { dimension, measure, perspective } from '@zhiheng/contract/measurement/indicator';
import { Button, Select } from 'antd';
import { dimensionWords, measureWords, perspectiveWords } from '../../lib/figures/indicator-words.ts';
import { m } from '../../paraglide/messages.js';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { IndicatorsSearch } from './indicators.search.ts';

interface Props {
  readonly search: IndicatorsSearch;
  readonly onChange: (change: Partial<IndicatorsSearch>) => void;
}

export function IndicatorFilters({ search, onChange }: Props) {
  const filtered = [search.q, search.dimension, search.perspective, search.measure].some((value) => value !== undefined);
  return (
    <FilterBar>
      <SearchField label={m.library_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <Choice
        label={m.library_dimension()}
        all={m.library_all_dimensions()}
        value={search.dimension}
        options={dimension.options.map((value) => ({ value, label: dimensionWords[value]() }))}
        onChange={(value) => onChange({ dimension: value })}
      />
      <Choice
        label={m.library_perspective()}
        all={m.library_all_perspectives()}
        value={search.perspective}
        options={perspective.options.map((value) => ({ value, label: perspectiveWords[value]() }))}
        onChange={(value) => onChange({ perspective: value })}
      />
      <Choice
        label={m.library_measure()}
        all={m.library_all_measures()}
        value={search.measure}
        options={measure.options.map((value) => ({ value, label: measureWords[value]() }))}
        onChange={(value) => onChange({ measure: value })}
      />
      {filtered ? (
        <Button type="link" onClick={() => onChange({ q: undefined, dimension: undefined, perspective: undefined, measure: undefined })}>
          {m.library_clear_filters()}
        </Button>
      ) : null}
    </FilterBar>
  );
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly all: string;
  readonly value: V | undefined;
  readonly options: { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V | undefined) => void;
}

function Choice<V extends string>({ label, all, value, options, onChange }: ChoiceProps<V>) {
  return (
    <Select<V | null>
      aria-label={label}
      placeholder={all}
      allowClear
      style={{ minWidth: 148 }}
      popupMatchSelectWidth={false}
      value={value ?? null}
      options={options}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
