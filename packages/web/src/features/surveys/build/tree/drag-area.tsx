import { DndContext, KeyboardSensor, PointerSensor, TouchSensor, closestCenter, useSensor, useSensors } from '@dnd-kit/core';
import type { Announcements, DragEndEvent, UniqueIdentifier } from '@dnd-kit/core';
import type { ReactNode } from 'react';
import { m } from '../../../../paraglide/messages.js';
import { moveQuestion, questionKeys, spotOf, type Spot } from '../../draft/form-edits.ts';
import { useBuilder, type Builder } from '../builder-context.ts';
import { pageWords, questionWords } from '../part-words.ts';

/** The name of the place behind the last question of a page. */
export const endOf = (page: string): string => `end:${page}`;

/** Questions are moved by mouse, by finger and by keyboard, and whoever listens is told where they are. */
export function DragArea({ children }: { readonly children: ReactNode }) {
  const builder = useBuilder();
  const sensors = useSensors(
    // A click is no drag.
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 6 } }),
    useSensor(KeyboardSensor),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    if (over === null || active.id === over.id) return;
    const spot = spotAt(builder, over.id);
    if (spot !== null) builder.change(moveQuestion(builder.form, String(active.id), spot));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements: announcementsOf(builder), screenReaderInstructions: { draggable: m.surveys_build_drag_help() } }}
    >
      {children}
    </DndContext>
  );
}

function spotAt({ form }: Builder, over: UniqueIdentifier): Spot | null {
  const page = form.pages.find(({ key }) => endOf(key) === over);
  return page === undefined ? spotOf(form, String(over)) : { page: page.key, at: page.questions.length };
}

function announcementsOf({ form, language }: Builder): Announcements {
  const nameOf = (id: UniqueIdentifier): string => questionWords(form, String(id), language);
  const placeOf = (id: UniqueIdentifier): string => {
    const page = form.pages.find(({ key }) => endOf(key) === id);
    if (page !== undefined) return m.surveys_build_drag_end({ name: pageWords(form, page, language) });
    return questionKeys(form).includes(String(id)) ? m.surveys_build_drag_over({ name: nameOf(id) }) : '';
  };
  return {
    onDragStart: ({ active }) => m.surveys_build_drag({ name: nameOf(active.id) }),
    onDragOver: ({ over }) => (over === null ? '' : placeOf(over.id)),
    onDragEnd: ({ over }) => (over === null ? m.surveys_build_drag_off() : m.surveys_build_drag_done()),
    onDragCancel: () => m.surveys_build_drag_off(),
  };
}
