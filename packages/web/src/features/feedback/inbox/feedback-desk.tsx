import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { FeedbackChange, listFeedback } from '@zhiheng/contract/feedback/feedback';
import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { undoLast } from '../../../lib/toast.ts';
import { toggled } from '../../../lib/toggled.ts';
import { m } from '../../../paraglide/messages.js';
import { KeysHelp } from '../../../ui/keys/keys-help.tsx';
import { useListKeys } from '../../../ui/keys/use-list-keys.ts';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { useMay, useMe } from '../../identity/index.ts';
import { FeedbackBulk } from './feedback-bulk.tsx';
import { FeedbackFilters } from './feedback-filters.tsx';
import { FeedbackTable } from './feedback-table.tsx';
import { isNarrowed, type FeedbackSearch } from './feedback.search.ts';
import { inboxKeyWords } from './inbox-key-words.ts';
import { useChangeFeedback } from './use-change-feedback.ts';

interface Props {
  readonly search: FeedbackSearch;
  readonly query: UseInfiniteQueryResult<InfiniteData<Reply<typeof listFeedback>>>;
  readonly onChange: (part: FeedbackSearch, replace?: boolean) => void;
}
const noIds: ReadonlySet<string> = new Set();
const everything: FeedbackSearch = {
  ...{ q: undefined, channel: undefined, themeId: undefined },
  ...{ polarity: undefined, ownerId: undefined, serviceId: undefined },
};

/** Filters, list, what is selected, and the keys that work on it. */
export function FeedbackDesk({ search, query, onChange }: Props) {
  const mayWrite = useMay()('feedback.write');
  const me = useMe();
  const table = useRef<HTMLTableElement>(null);
  const filters = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(noIds);
  const [help, setHelp] = useState(false);
  const change = useChangeFeedback();
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const { mutate } = change;
  const chosenRows = useMemo(() => rows.filter(({ id }) => chosen.has(id)), [rows, chosen]);
  const toggle = (id: string) => setChosen((now) => toggled(now, id));
  const keys = useMemo(() => {
    const apply = (part: FeedbackChange) => (id: string | null) => {
      const targets = chosenRows.length > 0 ? chosenRows : rows.filter((row) => row.id === id);
      if (!mayWrite || targets.length === 0) return;
      mutate({ rows: targets, change: part });
      setChosen(noIds);
    };
    return {
      x: (id: string | null) => (id === null || !mayWrite ? undefined : setChosen((now) => toggled(now, id))),
      e: apply({ state: 'closed' }),
      s: apply({ state: 'suggestion' }),
      i: apply({ ownerId: me.id }),
      '+': apply({ polarity: 'positive' }),
      '-': apply({ polarity: 'negative' }),
      r: (id: string | null) => (id === null ? undefined : onChange({ item: id })),
      n: () => (mayWrite ? onChange({ edit: 'new' }) : undefined),
      z: () => void undoLast(),
      '/': () => filters.current?.querySelector('input')?.focus(),
      '?': () => setHelp(true),
      Escape: () => setChosen(noIds),
    };
  }, [chosenRows, rows, mayWrite, me.id, mutate, onChange]);
  useListKeys(table, keys);
  const toggleAll = () => setChosen(rows.every(({ id }) => chosen.has(id)) ? noIds : new Set(rows.map(({ id }) => id)));
  return (
    <>
      <FeedbackFilters ref={filters} search={search} onChange={(part) => onChange(part, true)} />
      <QueryView query={query} skeleton={<Skeleton rows={12} height={28} />}>
        {() =>
          rows.length === 0 ? (
            <NothingHere search={search} onClear={() => onChange({ ...everything, state: 'all' }, true)} />
          ) : (
            <>
              <FeedbackTable ref={table} rows={rows} chosen={mayWrite ? chosen : null} onToggle={toggle} onToggleAll={toggleAll} />
              <MoreButton query={query} />
              <FeedbackBulk
                rows={chosenRows}
                pending={change.isPending}
                onApply={(part) => {
                  mutate({ rows: chosenRows, change: part });
                  setChosen(noIds);
                }}
                onClear={() => setChosen(noIds)}
              />
            </>
          )
        }
      </QueryView>
      <KeysHelp open={help} keys={inboxKeyWords()} onClose={() => setHelp(false)} />
    </>
  );
}

function NothingHere({ search, onClear }: { readonly search: FeedbackSearch; readonly onClear: () => void }) {
  const all = <Button onClick={onClear}>{m.feedback_show_all()}</Button>;
  if (isNarrowed(search)) return <EmptyState title={m.feedback_none_match()} words={m.feedback_none_match_text()} action={all} />;
  if (search.state === 'all') return <EmptyState title={m.feedback_none()} words={m.feedback_none_text()} />;
  return <EmptyState title={m.feedback_none_state()} words={m.feedback_none_state_text()} action={all} />;
}
