import { qualityFlag, type QualityFlag } from '@zhiheng/contract/surveys/quality-flag';
import { Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { DayField } from '../../../ui/day-field.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import type { ResponsesSearch } from '../surveys.search.ts';
import { flagWords } from './flag-words.ts';

interface Props {
  readonly search: ResponsesSearch;
  readonly onChange: (part: ResponsesSearch) => void;
}

type Choice = 'all' | 'flagged' | 'plain' | QualityFlag;

export function ResponsesFilter({ search, onChange }: Props) {
  const choose = (choice: Choice) => {
    if (choice === 'all') return onChange({ flagged: undefined, flag: undefined });
    if (choice === 'flagged' || choice === 'plain') return onChange({ flagged: choice === 'flagged', flag: undefined });
    onChange({ flagged: undefined, flag: choice });
  };
  return (
    <FilterBar>
      <SearchField label={m.surveys_responses_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <Select<Choice>
        aria-label={m.surveys_flags()}
        style={{ width: 190 }}
        value={choiceOf(search)}
        options={[
          { value: 'all', label: m.surveys_flags_all() },
          { value: 'flagged', label: m.surveys_flags_any() },
          { value: 'plain', label: m.surveys_flags_none() },
          ...qualityFlag.options.map((flag) => ({ value: flag, label: flagWords[flag]() })),
        ]}
        onChange={choose}
      />
      <DayField label={m.surveys_from()} value={search.from} onChange={(from) => onChange({ from })} />
      <DayField label={m.surveys_until()} value={search.until} onChange={(until) => onChange({ until })} />
    </FilterBar>
  );
}

function choiceOf({ flag, flagged }: ResponsesSearch): Choice {
  if (flag !== undefined) return flag;
  if (flagged === undefined) return 'all';
  return flagged ? 'flagged' : 'plain';
}
