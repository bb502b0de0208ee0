import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import type { FieldSheets } from '@zhiheng/contract/fieldwork/sheets';
import { useFormat } from '../../../lib/format/use-format.ts';
import { statusOf } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { timeText } from '../fieldwork-words.ts';
import { sessionQuery, sheetsQuery } from '../fieldwork.query.ts';
import { placeText, sessionName } from '../sessions/session-names.ts';
import { Rating } from './rating.tsx';

const route = getRouteApi('/app/fieldwork/sessions/$session/sheet');

/** Where a rater fills in the own sheet, on a phone too. */
export function SheetPage() {
  const { session: id } = route.useParams();
  const session = useQuery(sessionQuery(id));
  const sheets = useQuery(sheetsQuery(id));
  const back = (
    <Link to="/app/fieldwork/sessions/$session" params={{ session: id }} search={{ view: 'sheets' }}>
      {m.fieldwork_back_to_session()}
    </Link>
  );
  if (statusOf(session.error) === 404)
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
    <QueryView query={session}>
      {(found) => (
        <>
          <Head session={found} back={back} />
          <QueryView query={sheets}>{(known) => <Sheet session={found} sheets={known} />}</QueryView>
        </>
      )}
    </QueryView>
  );
}

function Head({ session, back }: { readonly session: FieldSession; readonly back: React.ReactNode }) {
  const format = useFormat();
  const facts = [timeText(session, format), placeText(session, format)].filter((fact) => fact !== '');
  return <PageHeader title={sessionName(session, format)} line={facts.join(' · ')} actions={back} />;
}

function Sheet({ session, sheets }: { readonly session: FieldSession; readonly sheets: FieldSheets }) {
  const { own, form, mayRate } = sheets;
  const toSheets = (
    <Link to="/app/fieldwork/sessions/$session" params={{ session: session.id }} search={{ view: 'sheets' }}>
      {m.fieldwork_to_sheets()}
    </Link>
  );
  if (own?.state === 'submitted')
    return <EmptyState title={m.fieldwork_sheet_final()} words={m.fieldwork_sheet_final_text()} action={toSheets} />;
  if (form === null) return <EmptyState title={m.fieldwork_sheet_no_guide()} words={m.fieldwork_sheet_no_guide_text()} />;
  if (!mayRate) return <EmptyState title={m.fieldwork_sheet_not_rater()} words={m.fieldwork_sheet_not_rater_text()} action={toSheets} />;
  return <Rating key={own?.state ?? 'new'} session={session} sheets={sheets} form={form} />;
}
