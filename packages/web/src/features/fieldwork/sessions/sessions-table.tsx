import { Link } from '@tanstack/react-router';
import type { FieldSessionRow } from '@zhiheng/contract/fieldwork/sessions';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { sessionStateTones, sessionStateWords, timeText } from '../fieldwork-words.ts';
import { placeText, sessionName } from './session-names.ts';

interface Props {
  readonly sessions: readonly FieldSessionRow[];
  readonly ofOneStudy: boolean;
}

export function SessionsTable({ sessions, ofOneStudy }: Props) {
  const format = useFormat();
  return <DataTable label={m.fieldwork_sessions()} columns={columnsFor(format, ofOneStudy)} rows={sessions} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format, ofOneStudy: boolean): Column<FieldSessionRow>[] => [
  {
    ...{ key: 'session', title: m.fieldwork_session(), lead: true, width: '30%' },
    cell: (session) => (
      <TwoLines
        first={
          <Link to="/app/fieldwork/sessions/$session" params={{ session: session.id }}>
            {sessionName(session, ofOneStudy ? null : format)}
          </Link>
        }
        second={placeText(session, format)}
      />
    ),
  },
  { key: 'time', title: m.fieldwork_time(), cell: (session) => <span className="tabular">{timeText(session, format)}</span> },
  {
    ...{ key: 'state', title: m.fieldwork_state() },
    cell: ({ state }) => <StatusBadge tone={sessionStateTones[state]}>{sessionStateWords[state]()}</StatusBadge>,
  },
  {
    ...{ key: 'people', title: m.fieldwork_conductor_raters() },
    cell: ({ conductor, raters }) => (
      <TwoLines
        first={conductor ?? m.fieldwork_nobody()}
        second={raters.map(({ name }) => name).join(format.locale === 'zh' ? '、' : ', ')}
      />
    ),
  },
  { key: 'sheets', title: m.fieldwork_tab_sheets(), align: 'end', cell: (session) => <Sheets session={session} /> },
  { key: 'quotes', title: m.fieldwork_quotes(), align: 'end', cell: ({ quotes }) => format.number(quotes) },
];

/** How many sheets came in; whoever owes one gets there at once. */
function Sheets({ session: { id, submitted, raters, mine } }: { readonly session: FieldSessionRow }) {
  const format = useFormat();
  const share = `${format.number(submitted)} / ${format.number(raters.length)}`;
  if (mine !== 'to-rate') return <>{raters.length === 0 ? '—' : share}</>;
  return (
    <>
      {share}{' '}
      <Link to="/app/fieldwork/sessions/$session/sheet" params={{ session: id }}>
        {m.fieldwork_rate()}
      </Link>
    </>
  );
}
