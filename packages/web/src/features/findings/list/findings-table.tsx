import { Link } from '@tanstack/react-router';
import type { FindingRow } from '@zhiheng/contract/findings/findings';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { kindWords, severityTones, severityWords, sourceWords, stateTones, stateWords } from '../finding-words.ts';
import { placeWords } from '../place-words.ts';
import styles from '../findings.module.css';

export function FindingsTable({ findings }: { readonly findings: readonly FindingRow[] }) {
  return <DataTable label={m.findings_title()} columns={columnsFor(useFormat())} rows={findings} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format): Column<FindingRow>[] => [
  {
    ...{ key: 'title', title: m.findings_name(), lead: true, width: '34%' },
    cell: (finding) => (
      <TwoLines
        first={
          <Link to="/app/findings/$id" params={{ id: finding.id }}>
            {format.text(finding.title)}
          </Link>
        }
        second={`${finding.number} · ${placeWords(finding, format)}`}
      />
    ),
  },
  {
    ...{ key: 'severity', title: m.findings_severity() },
    cell: ({ severity }) => <StatusBadge tone={severityTones[severity]}>{severityWords[severity]()}</StatusBadge>,
  },
  {
    key: 'state',
    title: m.findings_state(),
    cell: ({ state }) => <StatusBadge tone={stateTones[state]}>{stateWords[state]()}</StatusBadge>,
  },
  {
    ...{ key: 'source', title: m.findings_source() },
    cell: ({ source, kind }) => <TwoLines first={sourceWords[source]()} second={kindWords[kind ?? 'none']()} />,
  },
  {
    ...{ key: 'seen', title: m.findings_seen() },
    cell: ({ lastSeen, times, reopened }) => <TwoLines first={format.date(lastSeen)} second={seenWords(times, reopened, format)} />,
  },
  {
    ...{ key: 'owner', title: m.findings_owner() },
    cell: ({ owner, dueOn, overdue }) => (
      <TwoLines
        first={owner ?? m.findings_nobody()}
        second={overdue ? <span className={styles.bad}>{`${dueOn ?? ''} ${m.findings_overdue()}`}</span> : (dueOn ?? '')}
      />
    ),
  },
  {
    ...{ key: 'priority', title: m.findings_priority(), align: 'end' },
    cell: ({ priority }) => (priority === null ? '—' : format.number(priority, 1)),
  },
];

function seenWords(times: number, reopened: number, format: Format): string {
  const seen = times === 1 ? m.findings_seen_once() : m.findings_seen_times({ n: format.number(times) });
  return reopened === 0 ? seen : `${seen} · ${m.findings_reopened({ n: format.number(reopened) })}`;
}
