import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import type { Widget, WidgetData } from '@zhiheng/contract/insight/shared-boards';
import { widgetWidth } from '@zhiheng/contract/insight/widget';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { WidgetView } from '../widgets/widget-view.tsx';
import { widgetWords, widthWords } from '../widgets/widget-words.ts';
import grid from '../widgets/widgets.module.css';
import styles from './arrange.module.css';
import { moved } from './moved.ts';

interface Props {
  readonly widgets: readonly Widget[];
  readonly data: Readonly<Record<string, WidgetData>>;
  readonly onChange: (widgets: Widget[]) => void;
}

/** Widgets in their order: moved by mouse, finger, keyboard or button. */
export function WidgetSorter({ widgets, data, onChange }: Props) {
  const [said, setSaid] = useState('');
  const sensors = useSensors(
    // A click is no drag.
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 6 } }),
    useSensor(KeyboardSensor),
  );
  const move = (from: number, to: number) => {
    const widget = widgets[from];
    if (widget === undefined || to < 0 || to >= widgets.length) return;
    onChange(moved(widgets, from, to));
    setSaid(m.boards_moved({ name: widgetWords[widget.kind](), n: to + 1 }));
  };
  const drop = ({ active, over }: DragEndEvent) => {
    const at = (id: unknown) => widgets.findIndex((widget) => widget.id === id);
    if (over !== null && over.id !== active.id) move(at(active.id), at(over.id));
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
      <div className={grid.grid}>
        {widgets.map((widget, index) => (
          <SortedWidget
            key={widget.id}
            widget={widget}
            data={data[widget.id]}
            onMove={(by) => move(index, index + by)}
            onWidth={(width) => onChange(widgets.map((one) => (one.id === widget.id ? { ...one, width } : one)))}
            onRemove={() => onChange(widgets.filter(({ id }) => id !== widget.id))}
          />
        ))}
      </div>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </DndContext>
  );
}

interface SortedProps {
  readonly widget: Widget;
  readonly data: WidgetData | undefined;
  readonly onMove: (by: -1 | 1) => void;
  readonly onWidth: (width: Widget['width']) => void;
  readonly onRemove: () => void;
}

function SortedWidget({ widget, data, onMove, onWidth, onRemove }: SortedProps) {
  const { attributes, listeners, setNodeRef: setDragged, transform, isDragging } = useDraggable({ id: widget.id });
  const { setNodeRef: setPlace, isOver } = useDroppable({ id: widget.id });
  const name = widgetWords[widget.kind]();
  const nextWidth = widgetWidth.options[(widgetWidth.options.indexOf(widget.width) + 1) % widgetWidth.options.length] ?? 'half';
  const buttons = [
    [m.boards_earlier(), () => onMove(-1)],
    [m.boards_later(), () => onMove(1)],
    [`${m.boards_width()}: ${widthWords[widget.width]()}`, () => onWidth(nextWidth)],
    [m.boards_take_away(), onRemove],
  ] as const;
  return (
    <div ref={setPlace} className={`${grid[widget.width] ?? ''} ${isOver ? styles.over : ''}`}>
      <div
        ref={setDragged}
        className={isDragging ? `${styles.widget} ${styles.dragged}` : styles.widget}
        style={transform === null ? undefined : { transform: `translate(${transform.x}px, ${transform.y}px)` }}
      >
        <div className={styles.tools}>
          <button type="button" className={styles.handle} aria-label={m.boards_drag({ name })} {...attributes} {...listeners}>
            ⠿
          </button>
          {buttons.map(([label, run]) => (
            <button key={label} type="button" className={styles.tool} aria-label={`${label}: ${name}`} onClick={run}>
              {label}
            </button>
          ))}
        </div>
        <WidgetView widget={widget} data={data} />
      </div>
    </div>
  );
}
