import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FieldSessionRow } from '@zhiheng/contract/fieldwork/sessions';
import { exportFieldSheets } from '@zhiheng/contract/fieldwork/sheets';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import buttons from '../../../ui/link-button.module.css';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { sessionsQuery } from '../fieldwork.query.ts';
import { placeText, sessionName } from '../sessions/session-names.ts';
import { StudyFrame } from '../study/study-frame.tsx';

const route = getRouteApi('/app/fieldwork/$id/sheets');

/** Which sheets came in and which are still owed, session by session. */
export function StudySheetsPage() {
  const { id } = route.useParams();
  const { locale } = useFormat();
  const file = (
    <a href={`${exportFieldSheets.path.replace(':id', id)}?language=${locale}`} download className={buttons.plain}>
      {m.fieldwork_sheets_export()}
    </a>
  );
  return (
    <StudyFrame id={id} actions={() => file}>
      {() => <Sheets studyId={id} />}
    </StudyFrame>
  );
}

function Sheets({ studyId }: { readonly studyId: string }) {
  const format = useFormat();
  const query = useInfiniteQuery(sessionsQuery({ studyId }, 'soonest'));
  return (
    <QueryView
      query={query}
      isEmpty={({ pages }) => pages.every(({ items }) => items.every(({ raters }) => raters.length === 0))}
      empty={{ title: m.fieldwork_sheets_none(), words: m.fieldwork_sheets_none_text() }}
    >
      {({ pages }) => (
        <>
          <DataTable
            label={m.fieldwork_tab_sheets()}
            columns={columnsFor(format)}
            rows={pages.flatMap(({ items }) => items).filter(({ raters, state }) => raters.length > 0 && state !== 'cancelled')}
            rowKey={({ id }) => id}
          />
          <MoreButton query={query} />
        </>
      )}
    </QueryView>
  );
}

const columnsFor = (format: Format): Column<FieldSessionRow>[] => [
  {
    ...{ key: 'session', title: m.fieldwork_session(), lead: true, width: '20%' },
    cell: (session) => (
      <Link to="/app/fieldwork/sessions/$session" params={{ session: session.id }} search={{ view: 'sheets' }}>
        {sessionName(session, null)}
      </Link>
    ),
  },
  { key: 'time', title: m.fieldwork_time(), cell: ({ startsAt }) => <span className="tabular">{format.dateTime(startsAt)}</span> },
  { key: 'place', title: m.fieldwork_place(), cell: (session) => placeText(session, format) || '—' },
  { key: 'raters', title: m.fieldwork_raters(), cell: ({ raters }) => format.list(raters.map(({ name }) => name)) },
  { key: 'in', title: m.fieldwork_sheets_in(), cell: (session) => <Progress session={session} /> },
  { key: 'mine', title: m.fieldwork_mine_sheet(), align: 'end', cell: (session) => <Mine session={session} /> },
];

function Progress({ session: { submitted, raters } }: { readonly session: FieldSessionRow }) {
  const format = useFormat();
  const words = m.fieldwork_n_of({ n: format.number(submitted), of: format.number(raters.length) });
  return <StatusBadge tone={submitted === raters.length ? 'good' : 'near'}>{words}</StatusBadge>;
}

function Mine({ session: { id, mine } }: { readonly session: FieldSessionRow }) {
  if (mine === 'none') return <>—</>;
  if (mine === 'rated') return <>{m.fieldwork_sheet_submitted()}</>;
  return (
    <Link to="/app/fieldwork/sessions/$session/sheet" params={{ session: id }}>
      {m.fieldwork_rate()}
    </Link>
  );
}
