import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SignalKind, SignalState } from '@zhiheng/contract/diagnosis/signal-kind';
import { watchHeadline, type Signal } from '@zhiheng/contract/diagnosis/signals';
import { Button, Select } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { useMay } from '../identity/index.ts';
import type { ViewProps } from './diagnosis-page.tsx';
import { signalsQuery, watchesQuery } from './diagnosis.query.ts';
import { SignalDialog } from './signal-dialog.tsx';
import { kindWords, optionsOf, severityTones, severityWords, signalSentence, stateTones, stateWords } from './signal-words.ts';

/** What was seen, the newest first. */
export function SignalsView({ search, onChange }: ViewProps) {
  const format = useFormat();
  const query = useInfiniteQuery(signalsQuery(search));
  const { data: watches } = useQuery(watchesQuery);
  const unwatched = watches !== undefined && watches.items.length === 0;
  return (
    <>
      <FilterBar>
        <Select<SignalState | 'active' | 'all'>
          aria-label={m.diagnosis_state()}
          style={{ width: 140 }}
          value={search.state ?? 'active'}
          options={[
            { value: 'active' as const, label: m.diagnosis_state_active() },
            ...optionsOf(stateWords),
            { value: 'all' as const, label: m.diagnosis_all_states() },
          ]}
          onChange={(state) => onChange({ state: state === 'active' ? undefined : state })}
        />
        <Select<SignalKind | 'all'>
          aria-label={m.diagnosis_kind()}
          style={{ width: 140 }}
          value={search.kind ?? 'all'}
          options={[{ value: 'all' as const, label: m.diagnosis_all_kinds() }, ...optionsOf(kindWords)]}
          onChange={(kind) => onChange({ kind: kind === 'all' ? undefined : kind })}
        />
      </FilterBar>
      <QueryView
        query={query}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={
          unwatched
            ? { title: m.diagnosis_nothing_watched(), words: m.diagnosis_nothing_watched_text(), action: <WatchHeadline /> }
            : { title: m.diagnosis_signals_none(), words: m.diagnosis_signals_none_text() }
        }
      >
        {({ pages }) => (
          <>
            <DataTable
              label={m.diagnosis_signals()}
              columns={columnsFor(format)}
              rows={pages.flatMap(({ items }) => items)}
              rowKey={({ id }) => id}
            />
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
      {search.signal === undefined ? null : <SignalDialog id={search.signal} onClose={() => onChange({ signal: undefined })} />}
    </>
  );
}

/** Watches what the scorecard shows first. */
export function WatchHeadline() {
  const may = useMay();
  const watch = useMutation({ mutationFn: () => call(watchHeadline), meta: { done: m.diagnosis_saved() } });
  if (!may('diagnosis.define')) return null;
  return (
    <Button loading={watch.isPending} onClick={() => watch.mutate()}>
      {m.diagnosis_watch_headline()}
    </Button>
  );
}

const columnsFor = (format: Format): Column<Signal>[] => [
  {
    ...{ key: 'what', title: m.diagnosis_what(), lead: true, width: '44%' },
    cell: (signal) => (
      <TwoLines
        first={
          <Link to="/app/diagnosis" search={{ signal: signal.id }} replace>
            {signal.sliceName === null || signal.kind === 'hot-spot'
              ? format.text(signal.name)
              : `${format.text(signal.name)} · ${format.text(signal.sliceName)}`}
          </Link>
        }
        second={signalSentence(signal, format)}
      />
    ),
  },
  { key: 'kind', title: m.diagnosis_kind(), cell: ({ kind, bucket }) => <TwoLines first={kindWords[kind]()} second={bucket} /> },
  {
    ...{ key: 'severity', title: m.diagnosis_severity() },
    cell: ({ severity }) => <StatusBadge tone={severityTones[severity]}>{severityWords[severity]()}</StatusBadge>,
  },
  {
    ...{ key: 'state', title: m.diagnosis_state() },
    cell: ({ state, acknowledgedBy }) => (
      <TwoLines
        first={<StatusBadge tone={stateTones[state]}>{stateWords[state]()}</StatusBadge>}
        second={acknowledgedBy === null ? '' : m.diagnosis_noted_by({ name: acknowledgedBy })}
      />
    ),
  },
  { key: 'raised', title: m.diagnosis_raised(), cell: ({ raisedAt }) => format.dateTime(raisedAt) },
];
