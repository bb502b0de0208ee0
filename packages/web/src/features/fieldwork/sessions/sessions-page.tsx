import { getRouteApi } from '@tanstack/react-router';
import { myFieldCalendar } from '@zhiheng/contract/fieldwork/sessions';
import { m } from '../../../paraglide/messages.js';
import buttons from '../../../ui/link-button.module.css';
import { PageHeader } from '../../../ui/page-header.tsx';
import { FieldworkTabs } from '../fieldwork-tabs.tsx';
import type { SessionsSearch } from '../fieldwork.search.ts';
import { SessionsView } from './sessions-view.tsx';

const route = getRouteApi('/app/fieldwork/sessions');

/** The sessions of all studies: what is on this week, and for whom. */
export function SessionsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: SessionsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const calendar = (
    <a href={myFieldCalendar.path} download="fieldwork.ics" className={buttons.plain}>
      {m.fieldwork_my_calendar()}
    </a>
  );
  return (
    <>
      <PageHeader title={m.fieldwork_title()} line={m.fieldwork_sessions_line()} actions={calendar} />
      <FieldworkTabs />
      <SessionsView studyId={undefined} search={search} onChange={change} />
    </>
  );
}
