import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { CalendarEditor } from './calendar-editor.tsx';
import { calendarQuery } from './calendars.query.ts';

const route = getRouteApi('/app/admin/calendars/$id');

/** One calendar: its year, its week, its figures. */
export function CalendarPage() {
  const { id } = route.useParams();
  const { year } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(calendarQuery(id));
  return (
    <>
      {query.data === undefined ? <PageHeader title={m.calendars_title()} /> : null}
      <QueryView query={query}>
        {(calendar) => (
          // Another version is another starting point: what was being written against the old one was published or given up.
          <CalendarEditor
            key={`${calendar.id} ${calendar.version}`}
            calendar={calendar}
            year={year}
            onYear={(next) => void navigate({ search: { year: next }, replace: true })}
          />
        )}
      </QueryView>
    </>
  );
}
