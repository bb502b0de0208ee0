import type { FieldQuote } from '@zhiheng/contract/fieldwork/codes';
import type { FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { QuoteItem } from '../quotes/quote-item.tsx';
import { QuoteForm } from './quote-form.tsx';
import type { Selected } from './notes-editor.tsx';
import { RelocateButton } from './relocate-button.tsx';
import styles from './notes.module.css';

interface Props {
  readonly session: FieldSession;
  readonly quotes: readonly FieldQuote[];
  readonly selected: Selected | null;
  readonly settle: () => Promise<number>;
  readonly onGoTo: (quote: FieldQuote) => void;
}

/** The quotes of a session, in the order of its notes. */
export function QuoteList({ session, quotes, selected, settle, onGoTo }: Props) {
  const format = useFormat();
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <Card title={m.fieldwork_quotes()} aside={format.number(quotes.length)}>
      {quotes.length === 0 ? <p className={styles.grey}>{m.fieldwork_quotes_none_session()}</p> : null}
      <ul className={styles.quotes}>
        {quotes.map((quote) => (
          <li key={quote.id}>
            {edited === quote.id ? (
              <QuoteForm studyId={session.studyId} words={quote.text} target={{ kind: 'known', quote }} onDone={() => setEdited(null)} />
            ) : (
              <>
                <QuoteItem
                  studyId={session.studyId}
                  quote={quote}
                  onGoTo={quote.lost ? undefined : () => onGoTo(quote)}
                  onEdit={() => setEdited(quote.id)}
                />
                {quote.lost ? <RelocateButton quote={quote} selected={selected} settle={settle} /> : null}
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
