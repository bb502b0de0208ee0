import type { FindingState } from '@zhiheng/contract/findings/finding-kind';
import { Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { kindWords, optionsOf, orderWords, severityWords, sourceWords, stateWords } from '../finding-words.ts';
import type { FindingsSearch } from '../findings.search.ts';

interface Props {
  readonly search: FindingsSearch;
  readonly onChange: (part: FindingsSearch) => void;
}

export function FindingsFilter({ search, onChange }: Props) {
  return (
    <FilterBar>
      <SearchField label={m.findings_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <Select<FindingState | 'active' | 'all'>
        aria-label={m.findings_state()}
        style={{ width: 130 }}
        value={search.state ?? 'active'}
        options={[
          { value: 'active' as const, label: m.findings_active() },
          ...optionsOf(stateWords),
          { value: 'all' as const, label: m.findings_all_states() },
        ]}
        onChange={(state) => onChange({ state: state === 'active' ? undefined : state })}
      />
      <Choice
        label={m.findings_source()}
        all={m.findings_all_sources()}
        words={sourceWords}
        value={search.source}
        onChange={(source) => onChange({ source })}
      />
      <Choice
        label={m.findings_kind()}
        all={m.findings_all_kinds()}
        words={kindWords}
        value={search.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <Choice
        label={m.findings_severity()}
        all={m.findings_all_severities()}
        words={severityWords}
        value={search.severity}
        onChange={(severity) => onChange({ severity })}
      />
      <Select
        aria-label={m.findings_order()}
        style={{ width: 130 }}
        value={search.order ?? 'last-seen'}
        options={optionsOf(orderWords)}
        onChange={(order) => onChange({ order: order === 'last-seen' ? undefined : order })}
      />
    </FilterBar>
  );
}

interface ChoiceProps<Key extends string> {
  readonly label: string;
  readonly all: string;
  readonly words: Readonly<Record<Key, () => string>>;
  readonly value: Key | undefined;
  readonly onChange: (value: Key | undefined) => void;
}

function Choice<Key extends string>({ label, all, words, value, onChange }: ChoiceProps<Key>) {
  return (
    <Select<Key | 'all'>
      aria-label={label}
      style={{ width: 130 }}
      value={value ?? 'all'}
      options={[{ value: 'all' as const, label: all }, ...optionsOf(words)]}
      onChange={(next) => onChange(next === 'all' ? undefined : (next as Key))}
    />
  );
}
