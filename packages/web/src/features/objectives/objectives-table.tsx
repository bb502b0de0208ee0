import { Link } from '@tanstack/react-router';
import type { ObjectiveStatus } from '@zhiheng/contract/monitoring/objective';
import type { ObjectiveRow } from '@zhiheng/contract/monitoring/objectives';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { BudgetBar } from './budget-bar.tsx';
import { shareOrDash, shareText, statusWords, targetText, windowText } from './objective-words.ts';
import styles from './objectives.module.css';

export function ObjectivesTable({ objectives }: { readonly objectives: readonly ObjectiveRow[] }) {
  const format = useFormat();
  const columns: Column<ObjectiveRow>[] = [
    {
      key: 'name',
      title: m.objectives_objective(),
      lead: true,
      cell: ({ id, name, serviceName }) => (
        <TwoLines
          first={
            <Link to="/app/objectives/$id" params={{ id }}>
              {format.text(name)}
            </Link>
          }
          second={serviceName === null ? '' : format.text(serviceName)}
        />
      ),
    },
    { key: 'state', title: m.objectives_state(), cell: (row) => <State row={row} /> },
    {
      key: 'target',
      title: m.objectives_target(),
      align: 'end',
      cell: ({ definition }) => (definition === null ? '—' : targetText(definition.target, format)),
    },
    { key: 'attainment', title: m.objectives_attainment(), align: 'end', cell: ({ status }) => <Attainment status={status} /> },
    {
      key: 'budget',
      title: m.objectives_budget_left(),
      width: '18%',
      cell: ({ status }) => (status?.kind === 'measured' ? <BudgetBar share={status.budget.leftShare} /> : '—'),
    },
    {
      key: 'coverage',
      title: m.objectives_coverage(),
      align: 'end',
      cell: ({ status }) => shareOrDash(status?.coverage.share, format, 1),
    },
    {
      key: 'window',
      title: m.objectives_window(),
      cell: ({ definition }) => (definition === null ? '—' : windowText(definition.window, format)),
    },
  ];
  return <DataTable label={m.objectives_title()} columns={columns} rows={objectives} rowKey={({ id }) => id} />;
}

function State({ row: { version, status, burning, hasDraft, pendingExclusions } }: { readonly row: ObjectiveRow }) {
  const format = useFormat();
  const { tone, word } = statusWords(status);
  const fires = burning.some(({ kind }) => kind === 'firing');
  return (
    <span className={styles.badges}>
      {version === 0 ? null : <StatusBadge tone={tone}>{word}</StatusBadge>}
      {fires ? <StatusBadge tone="bad">{m.objectives_burn_firing()}</StatusBadge> : null}
      {hasDraft ? <StatusBadge tone="near">{m.objectives_draft()}</StatusBadge> : null}
      {pendingExclusions === 0 ? null : (
        <StatusBadge tone="note">{m.objectives_pending({ n: format.number(pendingExclusions) })}</StatusBadge>
      )}
    </span>
  );
}

function Attainment({ status }: { readonly status: ObjectiveStatus | null }) {
  const format = useFormat();
  return status?.kind === 'measured' ? shareText(status.attainment, format) : '—';
}
