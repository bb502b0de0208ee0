import { DndContext, KeyboardSensor, PointerSensor, TouchSensor, closestCenter, useSensor, useSensors } from '@dnd-kit/core';
import type { Announcements, DragEndEvent, KeyboardCoordinateGetter } from '@dnd-kit/core';
import type { Project, ProjectAction } from '@zhiheng/contract/improvement/projects';
import { actionState } from '@zhiheng/contract/improvement/project-kind';
import { Button } from 'antd';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { actionWords } from '../project-words.ts';
import { ActionDialog } from './action-dialog.tsx';
import { BoardColumn } from './board-column.tsx';
import { columnBeside } from './column-beside.ts';
import { useMoveAction } from './use-move-action.ts';
import styles from './board.module.css';

/** The actions by how far they are: moved by mouse, finger, keyboard or menu. */
export function BoardView({ project }: { readonly project: Project }) {
  const may = useMay();
  const [open, setOpen] = useState<ProjectAction | 'new' | null>(null);
  const { actions, state } = project;
  const readOnly = !may('improvement.write') || state === 'closed' || state === 'stopped';
  const add = readOnly ? undefined : (
    <Button type="primary" onClick={() => setOpen('new')}>
      {m.improvement_action_new()}
    </Button>
  );
  return (
    <Card title={m.improvement_actions()} actions={actions.length === 0 ? undefined : add}>
      {actions.length === 0 ? (
        <EmptyState title={m.improvement_no_actions()} words={m.improvement_no_actions_text()} action={add} />
      ) : (
        <Columns project={project} readOnly={readOnly} onOpen={setOpen} />
      )}
      {open === null ? null : <ActionDialog project={project} action={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

interface ColumnsProps {
  readonly project: Project;
  readonly readOnly: boolean;
  readonly onOpen: (action: ProjectAction) => void;
}

/** Arrow keys go from column to column. */
const coordinateGetter: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) =>
  columnBeside(event.code, { at: currentCoordinates, over: context.over?.id, columns: context.droppableRects });

function Columns({ project, readOnly, onOpen }: ColumnsProps) {
  const move = useMoveAction(project.id);
  const sensors = useSensors(
    // A click is no drag.
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    const action = project.actions.find(({ id }) => id === active.id);
    const to = actionState.safeParse(over?.id);
    if (action !== undefined && to.success && to.data !== action.state) move.mutate({ action, to: to.data });
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements: announcementsOf(project), screenReaderInstructions: { draggable: m.improvement_drag_help() } }}
    >
      <div className={styles.board}>
        {actionState.options.map((state) => (
          <BoardColumn
            key={state}
            state={state}
            project={project}
            readOnly={readOnly}
            moving={move.isPending ? move.variables.action.id : undefined}
            onOpen={onOpen}
          />
        ))}
      </div>
    </DndContext>
  );
}

function announcementsOf({ actions }: Project): Announcements {
  const columnOf = (id: unknown): string => {
    const column = actionState.safeParse(id);
    return column.success ? actionWords[column.data]() : '';
  };
  return {
    onDragStart: ({ active }) => m.improvement_drag({ name: actions.find(({ id }) => id === active.id)?.title ?? '' }),
    onDragOver: ({ over }) => (over === null ? '' : m.improvement_drag_over({ column: columnOf(over.id) })),
    onDragEnd: ({ over }) => (over === null ? m.improvement_drag_off() : m.improvement_drag_done({ column: columnOf(over.id) })),
    onDragCancel: () => m.improvement_drag_off(),
  };
}
