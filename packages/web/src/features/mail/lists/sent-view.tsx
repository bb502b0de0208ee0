import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { retryMail, type SentMail } from '@zhiheng/contract/mail/mail';
import { mailOutState } from '@zhiheng/contract/mail/mail-state';
import { Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { failureWords, kindWords, stateBadges } from '../mail-words.ts';
import { sentMailQuery } from '../mail.query.ts';
import { CaseLink } from './case-link.tsx';

const route = getRouteApi('/app/admin/mail');

/** The outbox: what waits, what went, what failed and why. */
export function SentView() {
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const format = useFormat();
  const query = useInfiniteQuery(sentMailQuery(state));
  const retry = useMutation({
    mutationFn: (id: string) => call(retryMail, { params: { id }, body: {} }),
    meta: { done: m.mail_retried() },
  });
  const retrying = retry.isPending ? retry.variables : null;
  return (
    <>
      <FilterBar>
        <Select<SentMail['state'] | 'all'>
          aria-label={m.mail_state()}
          style={{ width: 160 }}
          value={state ?? 'all'}
          options={[
            { value: 'all', label: m.mail_state_all() },
            ...mailOutState.options.map((value) => ({ value, label: stateBadges[value].word() })),
          ]}
          onChange={(next) => void navigate({ search: { view: 'sent', state: next === 'all' ? undefined : next }, replace: true })}
        />
      </FilterBar>
      <QueryView query={query} skeleton={<Skeleton rows={8} height={40} />}>
        {({ pages }) => {
          const mails = pages.flatMap(({ items }) => items);
          if (mails.length === 0) return <NoMail filtered={state !== undefined} />;
          return (
            <>
              <DataTable
                label={m.mail_tab_sent()}
                columns={columnsFor(format, { retrying, onRetry: (id) => retry.mutate(id) })}
                rows={mails}
                rowKey={({ id }) => id}
              />
              <MoreButton query={query} />
            </>
          );
        }}
      </QueryView>
    </>
  );
}

function NoMail({ filtered }: { readonly filtered: boolean }) {
  if (filtered) {
    const all = (
      <Link from="/app/admin/mail" to="/app/admin/mail" search={{ view: 'sent' }}>
        {m.mail_show_all()}
      </Link>
    );
    return <EmptyState title={m.mail_none_match()} action={all} />;
  }
  return <EmptyState title={m.mail_sent_none()} words={m.mail_sent_none_text()} />;
}

interface Retrying {
  readonly retrying: string | null;
  readonly onRetry: (id: string) => void;
}

const columnsFor = (format: Format, { retrying, onRetry }: Retrying): Column<SentMail>[] => [
  {
    key: 'subject',
    title: m.mail_subject(),
    lead: true,
    width: '34%',
    cell: ({ subject, recipient }) => <TwoLines first={subject} second={recipient} />,
  },
  { key: 'kind', title: m.mail_kind(), cell: ({ kind }) => kindWords[kind]() },
  { key: 'case', title: m.mail_case(), cell: (mail) => <CaseLink {...mail} /> },
  { key: 'state', title: m.mail_state(), width: '26%', cell: (mail) => <State mail={mail} /> },
  { key: 'at', title: m.mail_created(), align: 'end', cell: ({ createdAt }) => format.dateTime(createdAt) },
  {
    key: 'actions',
    title: m.mail_actions(),
    quiet: true,
    align: 'end',
    cell: ({ id, state, subject }) => (
      <RowActions
        actions={[state === 'failed' ? { label: m.mail_retry(), of: subject, onClick: () => onRetry(id), pending: retrying === id } : null]}
      />
    ),
  },
];

function State({ mail }: { readonly mail: SentMail }) {
  const format = useFormat();
  const { state, failure, detail, nextAt, attempts } = mail;
  const { tone, word } = stateBadges[state];
  const badge = <StatusBadge tone={tone}>{word()}</StatusBadge>;
  if (failure === null) return badge;
  const again =
    state === 'waiting' && nextAt !== null ? m.mail_again_at({ at: format.dateTime(nextAt), n: format.number(attempts) }) : detail;
  return (
    <>
      {badge}
      <TwoLines first={failureWords[failure]()} second={again} />
    </>
  );
}
