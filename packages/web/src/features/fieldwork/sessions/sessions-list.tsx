import { useInfiniteQuery } from '@tanstack/react-query';
import type { FieldSessionFilter } from '@zhiheng/contract/fieldwork/sessions';
import { Button } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { sessionsQuery } from '../fieldwork.query.ts';
import { SessionsTable } from './sessions-table.tsx';

interface Props {
  readonly filter: FieldSessionFilter;
  readonly isNarrowed: boolean;
  readonly onClear: () => void;
}

/** Sessions, the newest first: what is planned stands above what is over. */
export function SessionsList({ filter, isNarrowed, onClear }: Props) {
  const format = useFormat();
  const query = useInfiniteQuery(sessionsQuery(filter, 'latest'));
  return (
    <QueryView query={query} skeleton={<Skeleton rows={8} height={36} />}>
      {({ pages }) => {
        const sessions = pages.flatMap(({ items }) => items);
        if (sessions.length > 0)
          return (
            <>
              <SessionsTable sessions={sessions} ofOneStudy={filter.studyId !== undefined} />
              <p className="visually-hidden" role="status">
                {m.fieldwork_sessions_found({ n: format.number(pages[0]?.total ?? 0) })}
              </p>
              <MoreButton query={query} />
            </>
          );
        return isNarrowed ? (
          <EmptyState title={m.fieldwork_none_match()} action={<Button onClick={onClear}>{m.fieldwork_show_all()}</Button>} />
        ) : (
          <EmptyState title={m.fieldwork_sessions_none()} words={m.fieldwork_sessions_none_text()} />
        );
      }}
    </QueryView>
  );
}
