import type { Plan } from '@zhiheng/contract/improvement/plans';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useMay } from '../identity/index.ts';
import { GoalDialog } from './goal-dialog.tsx';
import styles from './planning.module.css';

type Goal = Plan['goals'][number];

/** What is to be reached, measured by which indicator, for whom. */
export function GoalsCard({ plan }: { readonly plan: Plan }) {
  const may = useMay();
  const [open, setOpen] = useState<Goal | 'new' | null>(null);
  const canWrite = may('improvement.write') && plan.state === 'draft';
  return (
    <Card title={m.planning_goals()} actions={canWrite ? <Button onClick={() => setOpen('new')}>{m.planning_add()}</Button> : undefined}>
      {plan.goals.length === 0 ? <p className={styles.grey}>{m.planning_goals_none()}</p> : null}
      <ul className={styles.steps}>
        {plan.goals.map((goal) => (
          <GoalItem key={goal.id} goal={goal} onEdit={canWrite ? () => setOpen(goal) : undefined} />
        ))}
      </ul>
      {open === null ? null : <GoalDialog plan={plan} goal={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function GoalItem({ goal, onEdit }: { readonly goal: Goal; readonly onEdit: (() => void) | undefined }) {
  const format = useFormat();
  const { title, strategy, needs, indicatorName, baseline, target, stages, challenging } = goal;
  const number = (value: number | null) => (value === null ? '—' : format.number(value, Number.isInteger(value) ? 0 : 2));
  const facts = [
    ...(indicatorName === null ? [] : [`${format.text(indicatorName)}: ${number(baseline)} → ${number(target)}`]),
    ...stages.map(({ on, value }) => `${on}: ${number(value)}`),
    ...(strategy === '' ? [] : [strategy]),
    ...needs.map(({ name }) => name),
  ];
  return (
    <li>
      <span className={styles.head}>
        <strong>{title}</strong>
        {challenging === null ? null : (
          <StatusBadge tone={challenging ? 'good' : 'near'}>
            {challenging ? m.planning_challenging() : m.planning_not_challenging()}
          </StatusBadge>
        )}
        {onEdit === undefined ? null : <RowActions actions={[{ label: m.planning_edit(), of: title, onClick: onEdit }]} />}
      </span>
      <span className={styles.grey}>{facts.join(' · ')}</span>
    </li>
  );
}
