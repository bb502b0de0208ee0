import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FieldQuote } from '@zhiheng/contract/fieldwork/codes';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { quotesQuery } from '../fieldwork.query.ts';
import type { CodesSearch } from '../fieldwork.search.ts';
import { QuoteForm } from '../notes/quote-form.tsx';
import { QuoteItem } from '../quotes/quote-item.tsx';
import styles from './codes.module.css';

interface Props {
  readonly studyId: string;
  readonly search: CodesSearch;
  readonly onChange: (part: CodesSearch) => void;
}

/** Quotes by code, with where they come from. */
export function QuotesCard({ studyId, search, onChange }: Props) {
  const format = useFormat();
  const { codeId, sessionId, lost, q } = search;
  const query = useInfiniteQuery(quotesQuery(studyId, { codeId, sessionId, lost: lost === true ? 'true' : undefined, q }));
  const isNarrowed = [codeId, sessionId, lost, q].some((value) => value !== undefined);
  const clear = () => onChange({ codeId: undefined, sessionId: undefined, lost: undefined, q: undefined });
  return (
    <section aria-label={m.fieldwork_quotes()}>
      <FilterBar>
        <SearchField label={m.fieldwork_quotes_search()} value={q} onSearch={(next) => onChange({ q: next })} />
        <Checkbox checked={lost === true} onChange={({ target }) => onChange({ lost: target.checked ? true : undefined })}>
          {m.fieldwork_quotes_only_lost()}
        </Checkbox>
        {sessionId === undefined ? null : <Button onClick={() => onChange({ sessionId: undefined })}>{m.fieldwork_session_all()}</Button>}
      </FilterBar>
      <QueryView
        query={query}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={
          isNarrowed
            ? { title: m.fieldwork_none_match(), action: <Button onClick={clear}>{m.fieldwork_show_all()}</Button> }
            : { title: m.fieldwork_quotes_none(), words: m.fieldwork_quotes_none_text() }
        }
      >
        {({ pages }) => (
          <>
            <p className={styles.grey} role="status">
              {m.fieldwork_quotes_n({ n: format.number(pages[0]?.total ?? 0) })}
            </p>
            <ul className={styles.quotes}>
              {pages
                .flatMap(({ items }) => items)
                .map((quote) => (
                  <li key={quote.id}>
                    <Source quote={quote} />
                    <Quote studyId={studyId} quote={quote} />
                  </li>
                ))}
            </ul>
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
    </section>
  );
}

function Quote({ studyId, quote }: { readonly studyId: string; readonly quote: FieldQuote }) {
  const [edits, setEdits] = useState(false);
  const close = () => setEdits(false);
  if (edits) return <QuoteForm studyId={studyId} words={quote.text} target={{ kind: 'known', quote }} onDone={close} />;
  return <QuoteItem studyId={studyId} quote={quote} onGoTo={undefined} onEdit={() => setEdits(true)} />;
}

/** Session, day and site, as a way back to the notes. */
function Source({ quote: { sessionId, sessionNumber, startsAt, siteName } }: { readonly quote: FieldQuote }) {
  const format = useFormat();
  const facts = [format.date(startsAt), siteName === null ? '' : format.text(siteName)].filter((fact) => fact !== '');
  return (
    <p className={styles.source}>
      <Link to="/app/fieldwork/sessions/$session" params={{ session: sessionId }} search={{ view: 'notes' }}>
        {m.fieldwork_session_n({ n: String(sessionNumber) })}
      </Link>{' '}
      {facts.join(' · ')}
    </p>
  );
}
