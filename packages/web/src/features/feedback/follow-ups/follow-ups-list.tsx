import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FollowUpRow } from '@zhiheng/contract/feedback/follow-ups';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { resultTones, resultWords, scoreText } from '../feedback-words.ts';
import { followUpsQuery } from '../feedback.query.ts';
import type { FollowUpsSearch } from './follow-ups.search.ts';

type View = Exclude<NonNullable<FollowUpsSearch['view']>, 'report'>;

export function FollowUpsList({ view }: { readonly view: View }) {
  const format = useFormat();
  const query = useInfiniteQuery(followUpsQuery(view));
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton rows={8} height={28} />}
      isEmpty={({ pages }) => pages[0]?.total === 0}
      empty={{ title: m.feedback_follow_ups_none(), words: m.feedback_follow_ups_none_text() }}
    >
      {({ pages }) => (
        <>
          <DataTable
            label={m.feedback_follow_ups()}
            columns={columnsOf(view, format)}
            rows={pages.flatMap(({ items }) => items)}
            rowKey={({ id }) => id}
          />
          <MoreButton query={query} />
        </>
      )}
    </QueryView>
  );
}

function columnsOf(view: View, format: Format): Column<FollowUpRow>[] {
  return [
    {
      key: 'who',
      title: m.feedback_follow_up_who(),
      lead: true,
      width: '44%',
      cell: (row) => (
        <TwoLines
          first={
            <Link to="/app/feedback/follow-ups" search={{ view, item: row.id }} resetScroll={false}>
              {row.name === '' ? m.feedback_follow_up_nameless() : row.name}
            </Link>
          }
          second={row.said === '' ? originWords[row.origin]() : row.said.slice(0, 80)}
        />
      ),
    },
    { key: 'score', title: m.feedback_score(), align: 'end', cell: (row) => scoreText(row) ?? '—' },
    {
      key: 'due',
      title: view === 'closed' ? m.feedback_follow_up_result() : m.feedback_follow_up_due(),
      cell: (row) => <Standing row={row} />,
    },
    { key: 'attempts', title: m.feedback_follow_up_attempts(), align: 'end', cell: ({ attempts }) => format.number(attempts) },
    { key: 'owner', title: m.feedback_owner(), cell: ({ ownerName }) => ownerName ?? m.feedback_nobody() },
  ];
}

/** The result, or how long there is left. */
export function Standing({ row }: { readonly row: Pick<FollowUpRow, 'result' | 'overdue' | 'dueAt'> }) {
  const format = useFormat();
  if (row.result !== null) return <StatusBadge tone={resultTones[row.result]}>{resultWords[row.result]()}</StatusBadge>;
  const at = format.dateTime(row.dueAt);
  return (
    <StatusBadge tone={row.overdue ? 'bad' : 'near'}>
      {row.overdue ? m.feedback_follow_up_late({ at }) : m.feedback_follow_up_by({ at })}
    </StatusBadge>
  );
}

const originWords = {
  survey: m.feedback_channel_survey,
  'case-rating': m.feedback_channel_case_rating,
  feedback: m.feedback_title,
  hand: m.feedback_origin_hand,
} as const satisfies Record<FollowUpRow['origin'], () => string>;
