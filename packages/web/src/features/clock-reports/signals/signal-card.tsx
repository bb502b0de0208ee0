import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import styles from '../clock-reports.module.css';
import type { Signals } from '../reports.query.ts';
import { signalTexts, signalWords } from './signal-words.ts';

type Signal = Signals['signals'][number];
type Group = Signal['groups'][number];

interface Props {
  readonly signal: Signal;
  readonly by: 'team' | 'person';
}

/** One kind of signal for every group, what was seen beside what chance would bring. */
export function SignalCard({ signal: { signal, groups: all }, by }: Props) {
  const groups = all.filter(({ n }) => n > 0);
  const columns = useColumns(all, by);
  return (
    <Card title={signalWords[signal]()}>
      <p className={styles.told}>{signalTexts[signal]()}</p>
      {groups.length === 0 ? (
        <p>{m.reports_sig_nothing()}</p>
      ) : (
        <DataTable label={signalWords[signal]()} columns={columns} rows={groups} rowKey={({ groupId }) => groupId} />
      )}
    </Card>
  );
}

function useColumns(groups: readonly Group[], by: Props['by']): Column<Group>[] {
  const format = useFormat();
  const unnamed = (id: string) =>
    m.reports_sig_unnamed({
      n:
        groups
          .map(({ groupId }) => groupId)
          .toSorted()
          .indexOf(id) + 1,
    });
  const n = (value: number | null, decimals = 0) => (value === null ? '—' : format.number(value, decimals));
  return [
    {
      key: 'group',
      title: by === 'team' ? m.reports_sig_group() : m.reports_sig_person(),
      lead: true,
      width: '24%',
      cell: ({ groupId, name }) => (name === null ? unnamed(groupId) : format.text(name)),
    },
    { key: 'n', title: m.reports_sig_n(), align: 'end', cell: (group) => n(group.n) },
    { key: 'observed', title: m.reports_sig_observed(), align: 'end', cell: ({ observed }) => n(observed) },
    { key: 'expected', title: m.reports_sig_expected(), align: 'end', cell: ({ expected }) => n(expected, 1) },
    {
      key: 'probability',
      title: m.reports_sig_probability(),
      align: 'end',
      cell: ({ adjusted }) => (adjusted !== null && adjusted < 0.001 ? m.reports_sig_below() : n(adjusted, 3)),
    },
    { key: 'judgement', title: m.reports_sig_judgement(), cell: (group) => <Judgement group={group} /> },
    { key: 'cases', title: m.reports_sig_cases(), width: '24%', cell: ({ cases }) => <CaseList cases={cases} /> },
  ];
}

function Judgement({ group: { noteworthy, observed } }: { readonly group: Group }) {
  if (observed === null) return <StatusBadge tone="idle">{m.reports_sig_few()}</StatusBadge>;
  return noteworthy ? (
    <StatusBadge tone="near">{m.reports_sig_noteworthy()}</StatusBadge>
  ) : (
    <StatusBadge tone="idle">{m.reports_sig_usual()}</StatusBadge>
  );
}

function CaseList({ cases }: { readonly cases: Group['cases'] }) {
  if (cases.length === 0) return '—';
  return (
    <details>
      <summary>{m.reports_sig_read_cases({ n: cases.length })}</summary>
      <ul className={styles.cases}>
        {cases.map(({ id, number, subject }) => (
          <li key={id}>
            <Link to="/app/cases/$id" params={{ id: number }}>
              {number} {subject}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
