import { useMutation, useQuery } from '@tanstack/react-query';
import { endSession, listSessions } from '@zhiheng/contract/identity/sign-in';
import type { Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { QueryView } from '../../../ui/query-view.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { browserWords } from './browser-words.ts';
import styles from './sessions-list.module.css';

type Session = Reply<typeof listSessions>['items'][number];

export function SessionsList() {
  const query = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => call(listSessions, undefined, { signal }) });
  return (
    <QueryView query={query}>
      {({ items }) => (
        <ul className={styles.list}>
          {items.map((session) => (
            <SessionLine key={session.id} session={session} />
          ))}
        </ul>
      )}
    </QueryView>
  );
}

function SessionLine({ session }: { readonly session: Session }) {
  const format = useFormat();
  const end = useMutation({ mutationFn: () => call(endSession, { params: { id: session.id } }), meta: { done: m.admin_session_ended() } });
  const browser = browserWords(session.userAgent) ?? m.admin_browser_unknown();
  const seen = m.admin_session_seen({
    ago: format.ago(session.lastSeenAt),
    since: format.date(session.createdAt),
    address: session.address ?? '—',
  });
  return (
    <li className={styles.line}>
      <TwoLines first={browser} second={seen} />
      {session.current ? (
        <StatusBadge tone="good">{m.admin_session_current()}</StatusBadge>
      ) : (
        <RowActions
          actions={[{ label: m.admin_session_end(), of: browser, onClick: () => end.mutate(), danger: true, pending: end.isPending }]}
        />
      )}
    </li>
  );
}
