import { surveyOrder, surveyState, type SurveyOrder, type SurveyState } from '@zhiheng/contract/surveys/surveys';
import { Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { stateWords } from '../state-badge.tsx';
import type { SurveysSearch } from '../surveys.search.ts';

interface Props {
  readonly search: SurveysSearch;
  readonly onChange: (part: SurveysSearch) => void;
}

const orderWords: Readonly<Record<SurveyOrder, () => string>> = {
  changed: m.surveys_order_changed,
  answers: m.surveys_order_answers,
  last: m.surveys_order_last,
  name: m.surveys_order_name,
};

export function SurveysFilter({ search, onChange }: Props) {
  return (
    <FilterBar>
      <SearchField label={m.surveys_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <Select<SurveyState | 'all'>
        aria-label={m.surveys_state()}
        style={{ width: 140 }}
        value={search.state ?? 'all'}
        options={[
          { value: 'all', label: m.surveys_all_states() },
          ...surveyState.options.map((state) => ({ value: state, label: stateWords[state]() })),
        ]}
        onChange={(state) => onChange({ state: state === 'all' ? undefined : state })}
      />
      <Select<SurveyOrder>
        aria-label={m.surveys_order()}
        style={{ width: 150 }}
        value={search.order ?? 'changed'}
        options={surveyOrder.options.map((order) => ({ value: order, label: orderWords[order]() }))}
        onChange={(order) => onChange({ order: order === 'changed' ? undefined : order })}
      />
    </FilterBar>
  );
}
