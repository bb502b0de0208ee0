import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';
import type { LedgerClock } from '../cases.query.ts';
import { intervalWords } from './ledger-words.ts';

type Interval = LedgerClock['intervals'][number];

const tones = {
  running: 'note',
  'outside-hours': 'idle',
  paused: 'near',
  'held-by-others': 'near',
  excluded: 'idle',
  stopped: 'idle',
} as const satisfies Record<Interval['kind'], Tone>;

export function LedgerIntervals({ intervals }: { readonly intervals: readonly Interval[] }) {
  const format = useFormat();
  const columns: Column<Interval>[] = [
    {
      key: 'span',
      title: m.cases_ledger_from(),
      lead: true,
      cell: ({ from, to }) => m.cases_ledger_interval({ from: format.dateTime(from), to: endText(from, to, format) }),
    },
    {
      key: 'kind',
      title: m.cases_ledger_kind(),
      cell: ({ kind }) => <StatusBadge tone={tones[kind]}>{intervalWords[kind]()}</StatusBadge>,
    },
    { key: 'party', title: m.cases_ledger_party(), cell: ({ partyName }) => format.text(partyName) },
    { key: 'reason', title: m.cases_ledger_reason(), cell: ({ reason }) => (reason === null ? '—' : format.text(reason)) },
    {
      key: 'counted',
      title: m.cases_ledger_counted(),
      align: 'end',
      cell: ({ kind, workingSeconds }) => (kind === 'running' ? format.duration(workingSeconds) : m.cases_ledger_not_counted()),
    },
  ];
  return <DataTable label={m.cases_ledger_intervals()} columns={columns} rows={intervals} rowKey={({ from, to }) => `${from}-${to}`} />;
}

/** The same day is not said twice. */
function endText(from: string, to: string, format: ReturnType<typeof useFormat>): string {
  return format.date(from) === format.date(to) ? format.dateTime(to).slice(11) : format.dateTime(to);
}
