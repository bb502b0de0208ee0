import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReceivedMail } from '@zhiheng/contract/mail/mail';
import { mailInOutcome } from '@zhiheng/contract/mail/mail-state';
import { Select } from 'antd';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { outcomeBadges, reasonWords } from '../mail-words.ts';
import { receivedMailQuery } from '../mail.query.ts';
import { CaseLink } from './case-link.tsx';
import { ReceivedDrawer } from './received-drawer.tsx';

const route = getRouteApi('/app/admin/mail');

/** What came in and what became of it; what nobody could place lies in quarantine. */
export function ReceivedView() {
  const { outcome, mail } = route.useSearch();
  const navigate = route.useNavigate();
  const format = useFormat();
  const query = useInfiniteQuery(receivedMailQuery(outcome));
  return (
    <>
      <FilterBar>
        <Select<ReceivedMail['outcome'] | 'all'>
          aria-label={m.mail_outcome()}
          style={{ width: 180 }}
          value={outcome ?? 'all'}
          options={[
            { value: 'all', label: m.mail_outcome_all() },
            ...mailInOutcome.options.map((value) => ({ value, label: outcomeBadges[value].word() })),
          ]}
          onChange={(next) => void navigate({ search: { view: 'received', outcome: next === 'all' ? undefined : next }, replace: true })}
        />
      </FilterBar>
      <QueryView query={query} skeleton={<Skeleton rows={8} height={40} />}>
        {({ pages }) => {
          const mails = pages.flatMap(({ items }) => items);
          if (mails.length === 0) return <NoMail filtered={outcome !== undefined} />;
          return (
            <>
              <DataTable label={m.mail_tab_received()} columns={columnsFor(format)} rows={mails} rowKey={({ id }) => id} />
              <MoreButton query={query} />
            </>
          );
        }}
      </QueryView>
      <ReceivedDrawer id={mail} onClose={() => void navigate({ search: (now) => ({ ...now, mail: undefined }) })} />
    </>
  );
}

function NoMail({ filtered }: { readonly filtered: boolean }) {
  if (filtered) {
    const all = (
      <Link from="/app/admin/mail" to="/app/admin/mail" search={{ view: 'received' }}>
        {m.mail_show_all()}
      </Link>
    );
    return <EmptyState title={m.mail_none_match()} action={all} />;
  }
  return <EmptyState title={m.mail_received_none()} words={m.mail_received_none_text()} />;
}

const columnsFor = (format: Format): Column<ReceivedMail>[] => [
  {
    key: 'subject',
    title: m.mail_subject(),
    lead: true,
    width: '40%',
    cell: ({ id, subject, sender, senderName }) => (
      <TwoLines
        first={
          <Link from="/app/admin/mail" to="/app/admin/mail" search={(now) => ({ ...now, mail: id })}>
            {subject || m.mail_no_subject()}
          </Link>
        }
        second={senderName === '' ? sender : `${senderName} · ${sender}`}
      />
    ),
  },
  { key: 'outcome', title: m.mail_outcome(), width: '26%', cell: (mail) => <Outcome mail={mail} /> },
  { key: 'case', title: m.mail_case(), cell: (mail) => <CaseLink {...mail} /> },
  { key: 'size', title: m.mail_size(), align: 'end', cell: ({ size }) => format.bytes(size) },
  { key: 'at', title: m.mail_received_at(), align: 'end', cell: ({ at }) => format.dateTime(at) },
];

function Outcome({ mail }: { readonly mail: ReceivedMail }) {
  const { tone, word } = outcomeBadges[mail.outcome];
  const badge = <StatusBadge tone={tone}>{word()}</StatusBadge>;
  return mail.reason === null ? badge : <TwoLines first={badge} second={reasonWords[mail.reason]()} />;
}
