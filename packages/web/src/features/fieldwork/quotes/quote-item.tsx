import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { createFieldQuote, deleteFieldQuote, sendFieldQuote, type FieldQuote } from '@zhiheng/contract/fieldwork/codes';
import { getFieldNotes } from '@zhiheng/contract/fieldwork/sessions';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { m } from '../../../paraglide/messages.js';
import { RowActions } from '../../../ui/row-actions.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useMay } from '../../identity/index.ts';
import { codesQuery } from '../fieldwork.query.ts';
import { codeLabel } from '../notes/codes-select.tsx';
import { NeedOfQuoteDialog } from './need-of-quote-dialog.tsx';
import styles from './quotes.module.css';

interface Props {
  readonly studyId: string;
  readonly quote: FieldQuote;
  /** undefined: there is nowhere to go */
  readonly onGoTo: (() => void) | undefined;
  /** undefined: it is not edited here */
  readonly onEdit: (() => void) | undefined;
}

/** A passage with its codes, its memo, and what can be made of it. */
export function QuoteItem({ studyId, quote, onGoTo, onEdit }: Props) {
  const { text, memo, lost, coder } = quote;
  return (
    <article className={styles.quote}>
      {onGoTo === undefined ? (
        <blockquote className={styles.text}>{text}</blockquote>
      ) : (
        <button type="button" className={styles.text} onClick={onGoTo} title={m.fieldwork_quote_show()}>
          {text}
        </button>
      )}
      <Codes studyId={studyId} quote={quote} />
      {memo === '' ? null : <p className={styles.memo}>{memo}</p>}
      <p className={styles.facts}>
        {lost ? <StatusBadge tone="near">{m.fieldwork_quote_lost()}</StatusBadge> : null}
        {coder === null ? null : <span>{coder}</span>}
        <Became quote={quote} />
      </p>
      <Actions quote={quote} onEdit={onEdit} />
    </article>
  );
}

function Codes({ studyId, quote: { codeIds } }: { readonly studyId: string; readonly quote: FieldQuote }) {
  const format = useFormat();
  const { data: codes = [] } = useQuery(codesQuery(studyId));
  const named = codes.filter(({ id }) => codeIds.includes(id));
  if (codeIds.length === 0) return <p className={styles.facts}>{m.fieldwork_code_none()}</p>;
  return (
    <ul className={styles.codes} aria-label={m.fieldwork_codes()}>
      {named.map((code) => (
        <li key={code.id}>{codeLabel(code, codes, format)}</li>
      ))}
    </ul>
  );
}

/** Where else the quote is by now. */
function Became({ quote: { feedbackId, needId } }: { readonly quote: FieldQuote }) {
  return (
    <>
      {feedbackId === null ? null : (
        <Link to="/app/feedback" search={{ state: 'all', item: feedbackId }}>
          {m.fieldwork_in_inbox()}
        </Link>
      )}
      {needId === null ? null : <Link to="/app/feedback/needs">{m.fieldwork_is_need()}</Link>}
    </>
  );
}

function Actions({ quote, onEdit }: Pick<Props, 'quote' | 'onEdit'>) {
  const may = useMay();
  const [notes, setNotes] = useState(false);
  const { id, text, feedbackId, needId } = quote;
  const short = text.slice(0, 20);
  const send = useMutation({ mutationFn: () => call(sendFieldQuote, { params: { id } }), meta: { done: m.fieldwork_sent_now() } });
  const deletion = useDeletion({
    name: short,
    remove: () => call(deleteFieldQuote, { params: { id } }),
    restore: () => markAgain(quote),
  });
  if (!may('fieldwork.write')) return null;
  const forwards = may('feedback.write');
  return (
    <>
      <RowActions
        actions={[
          onEdit === undefined ? null : { label: m.fieldwork_edit(), of: short, onClick: onEdit },
          forwards && feedbackId === null
            ? { label: m.fieldwork_to_inbox(), of: short, onClick: () => send.mutate(), pending: send.isPending }
            : null,
          forwards && needId === null ? { label: m.fieldwork_to_need(), of: short, onClick: () => setNotes(true) } : null,
          { label: m.fieldwork_delete(), of: short, onClick: () => deletion.mutate(), danger: true, pending: deletion.isPending },
        ]}
      />
      {notes ? <NeedOfQuoteDialog quote={quote} onClose={() => setNotes(false)} /> : null}
    </>
  );
}

/** Taking a deletion back marks the passage anew; it must still stand where it stood. */
async function markAgain({ sessionId, start, end, codeIds, memo }: FieldQuote): Promise<unknown> {
  const { version } = await call(getFieldNotes, { params: { id: sessionId } });
  return call(createFieldQuote, { params: { id: sessionId }, body: { notesVersion: version, start, end, codeIds, memo } });
}
