import { useQuery } from '@tanstack/react-query';
import type { FieldQuote } from '@zhiheng/contract/fieldwork/codes';
import type { FieldNotes, FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { useRef, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { notesQuery, sessionQuotesQuery } from '../fieldwork.query.ts';
import { NotesBar } from './notes-bar.tsx';
import { NotesEditor, type Selected } from './notes-editor.tsx';
import { passageOf } from './passages.rules.ts';
import { QuoteForm } from './quote-form.tsx';
import { QuoteList } from './quote-list.tsx';
import { useNotes } from './use-notes.ts';
import styles from './notes.module.css';

/** What was said and seen, and beside it the passages that were marked. */
export function NotesView({ session }: { readonly session: FieldSession }) {
  const query = useQuery(notesQuery(session.id));
  return <QueryView query={query}>{(notes) => <Desk session={session} notes={notes} />}</QueryView>;
}

interface Props {
  readonly session: FieldSession;
  readonly notes: FieldNotes;
}

function Desk({ session, notes }: Props) {
  const mayCode = useMay()('fieldwork.write');
  const draft = useNotes(session.id, notes);
  const { data: quotes = [] } = useQuery(sessionQuotesQuery(session.studyId, session.id));
  const field = useRef<HTMLTextAreaElement>(null);
  const [selected, setSelected] = useState<Selected | null>(null);
  const [marks, setMarks] = useState<Selected | null>(null);
  const passages = quotes.flatMap((quote) => passageOf(draft.text, quote) ?? []);
  const mark = () => setMarks(mayCode && selected !== null && selected.end > selected.start ? selected : null);
  const show = ({ start, end }: Selected) => {
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  };
  const goTo = (quote: FieldQuote) => {
    const passage = passages.find(({ id }) => id === quote.id);
    if (passage !== undefined) show(passage);
  };
  const leave = () => {
    if (marks !== null) show({ start: marks.end, end: marks.end });
    setMarks(null);
  };
  return (
    <div className={styles.desk}>
      <Card title={m.fieldwork_tab_notes()}>
        <NotesBar draft={draft} mayWrite={notes.mayWrite} mayMark={mayCode} selected={selected} onMark={mark} savedBy={notes.savedBy} />
        <NotesEditor
          ref={field}
          text={draft.text}
          passages={passages}
          readOnly={!notes.mayWrite}
          onWrite={draft.write}
          onSelect={setSelected}
          onMark={mark}
        />
      </Card>
      <div className={styles.side}>
        {marks === null ? null : (
          <QuoteForm
            key={`${marks.start} ${marks.end}`}
            studyId={session.studyId}
            words={draft.text.slice(marks.start, marks.end)}
            target={{ kind: 'new', sessionId: session.id, ...marks, settle: draft.settle }}
            onDone={leave}
          />
        )}
        <QuoteList session={session} quotes={quotes} selected={selected} settle={draft.settle} onGoTo={goTo} />
      </div>
    </div>
  );
}
