import { useDroppable } from '@dnd-kit/core';
import type { Project, ProjectAction } from '@zhiheng/contract/improvement/projects';
import type { ActionState } from '@zhiheng/contract/improvement/project-kind';
import { useFormat } from '../../../lib/format/use-format.ts';
import { actionWords } from '../project-words.ts';
import { ActionCard } from './action-card.tsx';
import styles from './board.module.css';

interface Props {
  readonly state: ActionState;
  readonly project: Project;
  readonly readOnly: boolean;
  /** the action that is being moved */
  readonly moving: string | undefined;
  readonly onOpen: (action: ProjectAction) => void;
}

export function BoardColumn({ state, project, readOnly, moving, onOpen }: Props) {
  const format = useFormat();
  const { setNodeRef, isOver } = useDroppable({ id: state, disabled: readOnly });
  const actions = project.actions.filter((action) => action.state === state);
  return (
    <section ref={setNodeRef} className={isOver ? `${styles.column} ${styles.over}` : styles.column} aria-label={actionWords[state]()}>
      <h3 className={styles.head}>
        {actionWords[state]()} <span className={styles.count}>{format.number(actions.length)}</span>
      </h3>
      <ul className={styles.cards}>
        {actions.map((action) => (
          <ActionCard key={action.id} action={action} project={project} readOnly={readOnly} busy={moving === action.id} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}
