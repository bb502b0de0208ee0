import { Link } from '@tanstack/react-router';
import type { Plan } from '@zhiheng/contract/improvement/plans';
import { Button } from 'antd';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { useMay } from '../identity/index.ts';
import { LineDialog } from './line-dialog.tsx';
import { kindWords } from './planning-words.ts';
import styles from './planning.module.css';

type Line = Plan['lines'][number];

/** What is done for the goals, and how far it is by the facts. */
export function LinesCard({ plan }: { readonly plan: Plan }) {
  const may = useMay();
  const [open, setOpen] = useState<Line | 'new' | null>(null);
  const canWrite = may('improvement.write') && plan.state !== 'closed';
  const edit: Column<Line> = {
    ...{ key: 'edit', title: m.planning_row_actions(), quiet: true, align: 'end' },
    cell: (line) => <RowActions actions={[{ label: m.planning_edit(), of: line.title, onClick: () => setOpen(line) }]} />,
  };
  return (
    <Card
      title={m.planning_lines()}
      flush={plan.lines.length > 0}
      actions={canWrite ? <Button onClick={() => setOpen('new')}>{m.planning_add()}</Button> : undefined}
    >
      {plan.lines.length === 0 ? (
        <p className={styles.grey}>{m.planning_lines_none()}</p>
      ) : (
        <DataTable
          label={m.planning_lines()}
          columns={[...columnsOf(), ...(canWrite ? [edit] : [])]}
          rows={plan.lines}
          rowKey={({ id }) => id}
        />
      )}
      {open === null ? null : <LineDialog plan={plan} line={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

const columnsOf = (): Column<Line>[] => [
  {
    ...{ key: 'title', title: m.planning_measure(), lead: true, width: '38%' },
    cell: ({ title, kind, owner }) => <TwoLines first={title} second={[kindWords[kind](), owner ?? m.planning_nobody()].join(' · ')} />,
  },
  {
    ...{ key: 'project', title: m.planning_project() },
    cell: ({ projectId, projectNumber }) =>
      projectId === null || projectNumber === null ? (
        '—'
      ) : (
        <Link to="/app/projects/$id" params={{ id: projectId }}>
          {projectNumber}
        </Link>
      ),
  },
  {
    ...{ key: 'due', title: m.planning_due() },
    cell: ({ dueOn, overdue }) =>
      overdue ? (
        <StatusBadge tone="bad">{`${dueOn ?? ''} ${m.planning_overdue()}`}</StatusBadge>
      ) : (
        <span className="tabular">{dueOn ?? '—'}</span>
      ),
  },
  { key: 'share', title: m.planning_progress(), width: '20%', cell: ({ share, title }) => <ProgressBar share={share} label={title} /> },
];
