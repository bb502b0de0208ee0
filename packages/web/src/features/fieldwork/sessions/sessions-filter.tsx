import { fieldSessionState } from '@zhiheng/contract/fieldwork/fieldwork-kinds';
import { Segmented, Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { optionsOf, sessionStateWords } from '../fieldwork-words.ts';
import { sessionsView, type SessionsSearch, type SessionsView } from '../fieldwork.search.ts';
import { ChoiceFilter, PartFilter } from '../filter-selects.tsx';

interface Props {
  readonly search: SessionsSearch;
  readonly onChange: (part: SessionsSearch) => void;
}

const viewWords: Readonly<Record<SessionsView, () => string>> = {
  list: m.fieldwork_view_list,
  week: m.fieldwork_view_week,
  month: m.fieldwork_view_month,
};

export function SessionsFilter({ search, onChange }: Props) {
  return (
    <FilterBar>
      <Segmented<SessionsView>
        aria-label={m.fieldwork_view()}
        value={search.view ?? 'list'}
        options={optionsOf(viewWords, sessionsView.options)}
        onChange={(view) => onChange({ view: view === 'list' ? undefined : view })}
      />
      <ChoiceFilter
        label={m.fieldwork_state()}
        all={m.fieldwork_all_states()}
        width={130}
        value={search.state}
        options={optionsOf(sessionStateWords, fieldSessionState.options)}
        onChange={(state) => onChange({ state })}
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
      <PartFilter part="site" value={search.siteId} onChange={(siteId) => onChange({ siteId })} />
      <PartFilter part="team" value={search.teamId} onChange={(teamId) => onChange({ teamId })} />
    </FilterBar>
  );
}
