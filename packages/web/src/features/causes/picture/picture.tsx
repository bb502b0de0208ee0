import type { CauseMethod, CauseTree } from '@zhiheng/contract/causes/cause-tree';
import type { CauseState } from '@zhiheng/contract/causes/causes';
import { useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { m } from '../../../paraglide/messages.js';
import { kindWords } from '../cause-words.ts';
import { layOut, type Box } from './layout.ts';
import { NodeBox } from './node-box.tsx';
import styles from './picture.module.css';

export interface PictureProps {
  readonly title: string;
  readonly method: CauseMethod;
  readonly tree: CauseTree;
  readonly states: Readonly<Record<string, CauseState>>;
  readonly selected: string;
  readonly editable: boolean;
  /** the node whose words are being written in the picture */
  readonly editing: string | null;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly onSelect: (id: string) => void;
  readonly onEdit: (id: string) => void;
  readonly onWritten: (id: string, text: string | null) => void;
  readonly onMove: (id: string, onto: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** So far a pointer moves before a press becomes a drag. */
const dragFrom = 6;

interface Drag {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly over: string | null;
}

/** The picture of an analysis: what is seen is what is edited and what is exported. */
export function Picture(props: PictureProps) {
  const { title, method, tree, states, selected, editable, editing, svg, onSelect, onEdit, onMove, onKey } = props;
  const [drag, setDrag] = useState<Drag | null>(null);
  const layout = layOut(method, tree);
  const press = (id: string) => (event: PointerEvent) => {
    onSelect(id);
    if (editable && event.button === 0) setDrag({ id, x: event.clientX, y: event.clientY, over: null });
  };
  const pull = (event: PointerEvent) => {
    if (drag === null || Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < dragFrom) return;
    const over = nodeAt(event);
    setDrag({ ...drag, over: over === drag.id ? null : over });
  };
  const drop = () => {
    if (drag !== null && drag.over !== null) onMove(drag.id, drag.over);
    setDrag(null);
  };
  const box = layout.boxes.find(({ node }) => node.id === editing);
  return (
    <div className={styles.frame} onPointerMove={pull} onPointerUp={drop} onPointerLeave={() => setDrag(null)}>
      <svg
        ref={svg}
        className={styles.svg}
        role="tree"
        aria-label={m.causes_picture({ title })}
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        onKeyDown={onKey}
      >
        <g aria-hidden="true">
          {layout.strokes.map(({ d, heavy }) => (
            <path key={d} d={d} className={heavy ? styles.bone : styles.link} />
          ))}
          {layout.captions.map(({ kind, x, y }) => (
            <text key={kind} x={x} y={y} className={styles.caption}>
              {kindWords[kind]()}
            </text>
          ))}
        </g>
        {layout.boxes.map((one) => (
          <NodeBox
            key={one.node.id}
            box={one}
            tree={tree}
            state={states[one.node.id]}
            isSelected={one.node.id === selected}
            isTarget={one.node.id === drag?.over}
            onPress={press(one.node.id)}
            onEdit={() => onEdit(one.node.id)}
          />
        ))}
      </svg>
      {box === undefined ? null : <WordsEditor key={box.node.id} box={box} onWritten={props.onWritten} />}
    </div>
  );
}

const nodeAt = ({ clientX, clientY }: PointerEvent): string | null =>
  document.elementFromPoint(clientX, clientY)?.closest('[data-node]')?.getAttribute('data-node') ?? null;

interface EditorProps {
  readonly box: Box;
  readonly onWritten: (id: string, text: string | null) => void;
}

/** Writes where the words stand. Escape leaves them as they were. */
function WordsEditor({ box: { node, x, y, width, height }, onWritten }: EditorProps) {
  const isOver = useRef(false);
  const end = (text: string | null) => {
    if (isOver.current) return;
    isOver.current = true;
    onWritten(node.id, text);
  };
  return (
    <textarea
      className={styles.editor}
      style={{ left: x, top: y, width, height: Math.max(height, 56) }}
      aria-label={m.causes_text()}
      defaultValue={node.text}
      maxLength={400}
      // The reader asked to write here a moment ago.
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={(event) => end(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') end(null);
        if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) end(event.currentTarget.value);
      }}
    />
  );
}
