import { useQuery } from '@tanstack/react-query';
import { deepestLevel } from '@zhiheng/contract/evaluation/scores';
import { Button } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { indicatorsQuery } from '../indicators/index.ts';
import { NodeFields } from './node-fields.tsx';
import { changeNode, moveNode, newBranch, newLeaf, type DraftNode } from './scorecard-draft.ts';
import styles from './tree-editor.module.css';

interface Props {
  readonly nodes: readonly DraftNode[];
  readonly onChange: (nodes: readonly DraftNode[]) => void;
}

export function TreeEditor({ nodes, onChange }: Props) {
  const format = useFormat();
  const indicators = useQuery(indicatorsQuery).data ?? [];
  const options = indicators.map((indicator) => ({ value: indicator.code, label: format.text(indicator.name) }));
  const work = {
    options,
    onNode: (node: DraftNode) => onChange(changeNode(nodes, node.key, () => node)),
    onRemove: (key: string) => onChange(changeNode(nodes, key, () => null)),
    onMove: (key: string, by: -1 | 1) => onChange(moveNode(nodes, key, by)),
  };
  return <Level nodes={nodes} level={1} onAdd={(node) => onChange([...nodes, node])} {...work} />;
}

interface LevelProps {
  readonly nodes: readonly DraftNode[];
  readonly level: number;
  readonly options: { readonly value: string; readonly label: string }[];
  readonly onAdd: (node: DraftNode) => void;
  readonly onNode: (node: DraftNode) => void;
  readonly onRemove: (key: string) => void;
  readonly onMove: (key: string, by: -1 | 1) => void;
}

/** Siblings with their weights; the sum stands below them. */
function Level({ nodes, level, onAdd, ...work }: LevelProps) {
  const format = useFormat();
  const sum = nodes.reduce((total, node) => total + (node.weight ?? 0), 0);
  return (
    <div className={level === 1 ? undefined : styles.inner}>
      <ul>
        {nodes.map((node, place) => (
          <li key={node.key} className={node.kind === 'branch' ? styles.branch : styles.leaf}>
            <NodeFields node={node} sum={sum} first={place === 0} last={place === nodes.length - 1} {...work} />
            {node.kind === 'branch' ? (
              <Level
                nodes={node.children}
                level={level + 1}
                onAdd={(child) => work.onNode({ ...node, children: [...node.children, child] })}
                {...work}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <p className={styles.foot}>
        <Button size="small" onClick={() => onAdd(newLeaf())}>
          {m.board_editor_add_leaf()}
        </Button>
        {level < deepestLevel - 1 ? (
          <Button size="small" onClick={() => onAdd(newBranch())}>
            {m.board_editor_add_branch()}
          </Button>
        ) : null}
        <span className={styles.sum}>{m.board_editor_sum({ sum: format.number(sum, Number.isInteger(sum) ? 0 : 1) })}</span>
      </p>
    </div>
  );
}
