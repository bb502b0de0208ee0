import { useDraggable } from '@dnd-kit/core';
import { HolderOutlined, MoreOutlined } from '@ant-design/icons';
import type { Project, ProjectAction } from '@zhiheng/contract/improvement/projects';
import { actionState } from '@zhiheng/contract/improvement/project-kind';
import { Dropdown } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { actionWords, phaseWords } from '../project-words.ts';
import { useDeleteAction } from './use-delete-action.ts';
import { useMoveAction } from './use-move-action.ts';
import styles from './board.module.css';

interface Props {
  readonly action: ProjectAction;
  readonly project: Project;
  readonly readOnly: boolean;
  readonly busy: boolean;
  readonly onOpen: (action: ProjectAction) => void;
}

export function ActionCard({ action, project, readOnly, busy, onOpen }: Props) {
  const { id, title } = action;
  const { attributes, listeners, transform, setNodeRef } = useDraggable({ id, disabled: readOnly });
  const moved = transform === null ? undefined : { translate: `${transform.x}px ${transform.y}px`, zIndex: 1 };
  return (
    <li aria-busy={busy} className={busy ? `${styles.card} ${styles.busy}` : styles.card} style={moved}>
      {readOnly ? null : (
        <button
          type="button"
          ref={setNodeRef}
          className={styles.handle}
          {...attributes}
          {...listeners}
          aria-label={m.improvement_drag({ name: title })}
        >
          <HolderOutlined />
        </button>
      )}
      <div className={styles.words}>
        {readOnly ? (
          <span>{title}</span>
        ) : (
          <button type="button" className={styles.title} onClick={() => onOpen(action)}>
            {title}
          </button>
        )}
        <Facts action={action} project={project} />
      </div>
      {readOnly ? null : <Menu action={action} project={project} onOpen={onOpen} />}
    </li>
  );
}

function Facts({ action, project }: Pick<Props, 'action' | 'project'>) {
  const format = useFormat();
  const { phase, owner, team, dueOn, overdue, waitsFor, beforePredecessor } = action;
  const parts = [
    phaseWords(project.template, phase),
    ...(owner === null ? [] : [owner]),
    ...(team === null ? [] : [format.text(team)]),
    ...(dueOn === null ? [] : [m.improvement_due_on({ day: dueOn })]),
  ];
  return (
    <>
      <span className={styles.grey}>{parts.join(' · ')}</span>
      <span className={styles.signs}>
        {overdue ? <StatusBadge tone="bad">{m.improvement_overdue()}</StatusBadge> : null}
        {waitsFor.length === 0 || action.state === 'done' ? null : (
          <StatusBadge tone="idle">{m.improvement_waits_for({ n: format.number(waitsFor.length) })}</StatusBadge>
        )}
        {beforePredecessor.length === 0 ? null : <StatusBadge tone="near">{m.improvement_before_predecessor()}</StatusBadge>}
      </span>
    </>
  );
}

/** What dragging does, without dragging. */
function Menu({ action, project, onOpen }: Omit<Props, 'readOnly' | 'busy'>) {
  const move = useMoveAction(project.id);
  const remove = useDeleteAction(project.id);
  const items = [
    ...actionState.options
      .filter((to) => to !== action.state)
      .map((to) => ({ key: to, label: m.improvement_move_to({ column: actionWords[to]() }), onClick: () => move.mutate({ action, to }) })),
    { key: 'edit', label: m.improvement_edit(), onClick: () => onOpen(action) },
    ...(action.state === 'done'
      ? []
      : [{ key: 'delete', label: m.improvement_action_delete(), danger: true, onClick: () => remove.mutate(action.id) }]),
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <button type="button" className={styles.more} aria-label={m.improvement_menu({ name: action.title })}>
        <MoreOutlined />
      </button>
    </Dropdown>
  );
}
