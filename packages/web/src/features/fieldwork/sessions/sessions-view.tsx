import { m } from '../../../paraglide/messages.js';
import type { SessionsSearch } from '../fieldwork.search.ts';
import { SessionsCalendar } from './sessions-calendar.tsx';
import { SessionsFilter } from './sessions-filter.tsx';
import { SessionsList } from './sessions-list.tsx';

interface Props {
  /** undefined: of all studies */
  readonly studyId: string | undefined;
  readonly search: SessionsSearch;
  readonly onChange: (part: SessionsSearch) => void;
}

/** Sessions as a list, or as a week or month of a calendar. */
export function SessionsView({ studyId, search, onChange }: Props) {
  const { state, person, siteId, teamId, view = 'list' } = search;
  const filter = { studyId, state, person, siteId, teamId };
  const isNarrowed = [state, person, siteId, teamId].some((value) => value !== undefined);
  const clear = () => onChange({ state: undefined, person: undefined, siteId: undefined, teamId: undefined });
  return (
    <section aria-label={m.fieldwork_sessions()}>
      <SessionsFilter search={search} onChange={onChange} />
      {view === 'list' ? (
        <SessionsList filter={filter} isNarrowed={isNarrowed} onClear={clear} />
      ) : (
        <SessionsCalendar filter={filter} view={view} on={search.on} onChange={onChange} />
      )}
    </section>
  );
}
