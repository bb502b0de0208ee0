import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import type { FieldSheet, FieldSheets } from '@zhiheng/contract/fieldwork/sheets';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import buttons from '../../../ui/link-button.module.css';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { sheetsQuery } from '../fieldwork.query.ts';
import { SheetAnswers } from './sheet-answers.tsx';
import { SheetLine } from './sheet-line.tsx';
import styles from '../fieldwork.module.css';

/** Who rated the session, and what they said, as far as one may know. */
export function SheetsView({ session }: { readonly session: FieldSession }) {
  const query = useQuery(sheetsQuery(session.id));
  return <QueryView query={query}>{(sheets) => <Sheets session={session} sheets={sheets} />}</QueryView>;
}

function Sheets({ session, sheets }: { readonly session: FieldSession; readonly sheets: FieldSheets }) {
  const format = useFormat();
  const { own, others, mayRate, waiting, hidden, score, form } = sheets;
  const all: readonly FieldSheet[] = own === null ? others : [own, ...others];
  const submitted = all.filter(({ state }) => state === 'submitted');
  const rate = mayRate ? <RateLink sessionId={session.id} begun={own !== null} /> : undefined;
  if (all.length === 0 && waiting.length === 0 && hidden === 0)
    return <EmptyState title={m.fieldwork_sheets_none()} words={m.fieldwork_sheets_none_text()} action={rate} />;
  return (
    <div className={styles.stack}>
      <Card
        title={m.fieldwork_tab_sheets()}
        aside={score === null ? undefined : m.fieldwork_score_of({ n: format.number(score, 1) })}
        actions={rate}
      >
        <ul className={styles.people}>
          {all.map((sheet) => (
            <SheetLine key={sheet.id} sheet={sheet} isOwn={sheet.id === own?.id} mayReopen={sheets.mayReopen} />
          ))}
        </ul>
        <Unseen sheets={sheets} />
      </Card>
      {form === null || submitted.length === 0 ? null : <SheetAnswers form={form} given={sheets.given} sheets={submitted} />}
    </div>
  );
}

/** Sheets that are not there yet, or that one may not see yet. */
function Unseen({ sheets: { waiting, hidden } }: { readonly sheets: FieldSheets }) {
  const format = useFormat();
  return (
    <>
      {waiting.length === 0 ? null : <p className={styles.note}>{m.fieldwork_waiting_for({ names: format.list(waiting) })}</p>}
      {hidden === 0 ? null : <p className={styles.hint}>▲ {m.fieldwork_hidden_sheets({ n: format.number(hidden) })}</p>}
    </>
  );
}

function RateLink({ sessionId, begun }: { readonly sessionId: string; readonly begun: boolean }) {
  return (
    <Link to="/app/fieldwork/sessions/$session/sheet" params={{ session: sessionId }} className={buttons.primary}>
      {begun ? m.fieldwork_rate_on() : m.fieldwork_rate_now()}
    </Link>
  );
}
