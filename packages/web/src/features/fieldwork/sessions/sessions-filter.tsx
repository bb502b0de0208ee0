import { fieldSessionState } from '@zhiheng/contract/fieldwork/fieldwork-kinds';
import { Segmented, Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { subjectParts, usePartOptions } from '../../subjects/index.ts';
import { optionsOf, sessionStateWords } from '../fieldwork-words.ts';
import { sessionsView, type SessionsSearch, type SessionsView } from '../fieldwork.search.ts';

interface Props {
  readonly search: SessionsSearch;
  readonly onChange: (part: SessionsSearch) => void;
}

const viewWords: Readonly<Record<SessionsView, () => string>> = {
  list: m.fieldwork_view_list,
  week: m.fieldwork_view_week,
  month: m.fieldwork_view_month,
};
const parts = [
  ['siteId', 'site'],
  ['teamId', 'team'],
] as const;

export function SessionsFilter({ search, onChange }: Props) {
  const format = useFormat();
  const options = usePartOptions();
  return (
    <FilterBar>
      <Segmented<SessionsView>
        aria-label={m.fieldwork_view()}
        value={search.view ?? 'list'}
        options={optionsOf(viewWords, sessionsView.options)}
        onChange={(view) => onChange({ view: view === 'list' ? undefined : view })}
      />
      <Select
        aria-label={m.fieldwork_state()}
        style={{ width: 130 }}
        allowClear
        placeholder={m.fieldwork_all_states()}
        value={search.state ?? null}
        options={optionsOf(sessionStateWords, fieldSessionState.options)}
        onChange={(state) => onChange({ state: state ?? undefined })}
      />
      <Select
        aria-label={m.fieldwork_whose()}
        style={{ width: 130 }}
        value={search.person ?? 'all'}
        options={[
          { value: 'all', label: m.fieldwork_everybody() },
          { value: 'me', label: m.fieldwork_mine() },
        ]}
        onChange={(person) => onChange({ person: person === 'me' ? 'me' : undefined })}
      />
      {parts.map(([key, part]) => (
        <Select
          key={key}
          aria-label={subjectParts[part].label()}
          style={{ width: 150 }}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          placeholder={subjectParts[part].all()}
          value={search[key] ?? null}
          options={options[part].map(({ id, name }) => ({ value: id, label: format.text(name) }))}
          onChange={(next: string | null | undefined) => onChange({ [key]: next ?? undefined })}
        />
      ))}
    </FilterBar>
  );
}
