import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { statusOf } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { TabLinks } from '../../../ui/tab-links.tsx';
import { kindWords, sessionStateWords, timeText } from '../fieldwork-words.ts';
import { sessionQuery } from '../fieldwork.query.ts';
import { NotesView } from '../notes/notes-view.tsx';
import { sessionName } from '../sessions/session-names.ts';
import { SheetsView } from '../sheet/sheets-view.tsx';
import { DetailsView } from './details-view.tsx';
import { SessionActions } from './session-actions.tsx';

const route = getRouteApi('/app/fieldwork/sessions/$session');

/** One session: when and with whom, what was noted, how it was rated. */
export function SessionPage() {
  const { session: id } = route.useParams();
  const query = useQuery(sessionQuery(id));
  if (statusOf(query.error) === 404)
    return (
      <>
        <PageHeader title={m.fieldwork_sessions()} />
        <EmptyState
          title={m.fieldwork_session_gone()}
          action={<Link to="/app/fieldwork/sessions">{m.fieldwork_back_to_sessions()}</Link>}
        />
      </>
    );
  return (
    <QueryView query={query} skeleton={<Skeleton rows={10} height={32} />}>
      {(session) => <Found session={session} />}
    </QueryView>
  );
}

function Found({ session }: { readonly session: FieldSession }) {
  const format = useFormat();
  const { view } = route.useSearch();
  return (
    <>
      <PageHeader
        title={sessionName(session, format)}
        line={lineOf(session, format)}
        actions={
          <>
            <Link to="/app/fieldwork/$id/sessions" params={{ id: session.studyId }}>
              {m.fieldwork_back_to_study()}
            </Link>
            <SessionActions session={session} />
          </>
        }
      />
      <Tabs session={session} />
      <View session={session} view={view} />
    </>
  );
}

const lineOf = (session: FieldSession, format: Format): string =>
  [session.studyCode, kindWords[session.kind](), sessionStateWords[session.state](), timeText(session, format)].join(' · ');

type SessionView = 'notes' | 'sheets' | undefined;

function Tabs({ session: { id, quotes, submitted, raters } }: { readonly session: FieldSession }) {
  const format = useFormat();
  const tabs: readonly (readonly [SessionView, string])[] = [
    [undefined, m.fieldwork_tab_details()],
    ['notes', quotes === 0 ? m.fieldwork_tab_notes() : `${m.fieldwork_tab_notes()} ${format.number(quotes)}`],
    ['sheets', raters.length === 0 ? m.fieldwork_tab_sheets() : `${m.fieldwork_tab_sheets()} ${submitted}/${raters.length}`],
  ];
  return (
    <TabLinks label={m.fieldwork_session_tabs()}>
      {tabs.map(([view, label]) => (
        <Link
          key={view ?? 'details'}
          to="/app/fieldwork/sessions/$session"
          params={{ session: id }}
          search={{ view }}
          activeOptions={{ exact: true }}
        >
          {label}
        </Link>
      ))}
    </TabLinks>
  );
}

function View({ session, view }: { readonly session: FieldSession; readonly view: SessionView }) {
  switch (view) {
    case 'notes':
      return <NotesView key={session.id} session={session} />;
    case 'sheets':
      return <SheetsView session={session} />;
    case undefined:
      return <DetailsView session={session} />;
    default:
      return view satisfies never;
  }
}
