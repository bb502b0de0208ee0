import type { CauseTree } from '@zhiheng/contract/causes/cause-tree';
import type { CauseState } from '@zhiheng/contract/causes/causes';
import type { PointerEvent } from 'react';
import { m } from '../../../paraglide/messages.js';
import { gateWords, stateWords } from '../cause-words.ts';
import { lineHeight } from './box-size.rules.ts';
import type { Box } from './layout.ts';
import styles from './picture.module.css';

interface Props {
  readonly box: Box;
  readonly tree: CauseTree;
  readonly state: CauseState | undefined;
  readonly isSelected: boolean;
  readonly isTarget: boolean;
  readonly onPress: (event: PointerEvent) => void;
  readonly onEdit: () => void;
}

const shapes = { open: '○', supported: '●', refuted: '✕' } as const satisfies Record<CauseState, string>;

const lookOf = { open: undefined, supported: styles.supported, refuted: styles.refuted } as const satisfies Record<CauseState, unknown>;

function marksOf({ gate, event, probability }: Box['node'], state: CauseState | undefined): string[] {
  return [
    ...(state === undefined ? [] : [`${shapes[state]} ${stateWords[state]()}`]),
    ...(gate === null ? [] : [gateWords[gate]()]),
    ...(event === null ? [] : [event]),
    ...(probability === null ? [] : [`p = ${probability}`]),
  ];
}

/** One cause: its words, how it stands by shape and word, and what joins what lies below it. */
export function NodeBox({ box: { node, x, y, width, height, lines }, tree, state, isSelected, isTarget, onPress, onEdit }: Props) {
  const marks = marksOf(node, state);
  const look = [
    styles.node,
    state === undefined ? styles.problem : lookOf[state],
    isSelected && styles.selected,
    isTarget && styles.target,
  ];
  return (
    <g
      data-node={node.id}
      className={look.filter(Boolean).join(' ')}
      role="treeitem"
      aria-label={`${node.text === '' ? m.causes_unnamed() : node.text}: ${marks.join(', ')}`}
      aria-level={levelOf(tree, node.id)}
      aria-selected={isSelected}
      tabIndex={isSelected ? 0 : -1}
      onPointerDown={onPress}
      onDoubleClick={onEdit}
    >
      <rect x={x} y={y} width={width} height={height} rx={8} />
      {lines.map((line, at) => (
        <text key={at} x={x + 12} y={y + 20 + at * lineHeight}>
          {line}
        </text>
      ))}
      <text x={x + 12} y={y + height - 9} className={styles.mark}>
        {marks.join(' · ')}
      </text>
    </g>
  );
}

function levelOf(tree: CauseTree, id: string): number {
  const parentId = tree.find((node) => node.id === id)?.parentId ?? null;
  return parentId === null ? 1 : 1 + levelOf(tree, parentId);
}
