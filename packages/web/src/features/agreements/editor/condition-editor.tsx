import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { conditionText, type Condition, type ConditionKind } from '../condition-text.ts';
import { ConditionParts } from './condition-parts.tsx';
import { emptyCondition } from './empty-condition.ts';
import styles from './editor.module.css';

interface Props {
  readonly label: string;
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
}

/** A condition as a sentence above and as parts below. */
export function ConditionEditor(props: Props) {
  const format = useFormat();
  return (
    <div className={styles.condition}>
      <p className={styles.sentence}>{conditionText(props.condition, format)}</p>
      <ConditionNode {...props} depth={0} />
    </div>
  );
}

const kindWords: Readonly<Record<ConditionKind, () => string>> = {
  always: m.agreements_condition_always,
  never: m.agreements_condition_never,
  is: m.agreements_kind_is,
  happened: m.agreements_kind_happened,
  changed: m.agreements_kind_changed,
  not: m.agreements_kind_not,
  all: m.agreements_kind_all,
  any: m.agreements_kind_any,
};
const kinds = Object.keys(kindWords) as ConditionKind[];
/** Deeper than this no sentence is readable. */
const deepest = 3;

interface NodeProps extends Props {
  readonly depth: number;
  readonly onRemove?: () => void;
}

export function ConditionNode({ label, condition, onChange, depth, onRemove }: NodeProps) {
  const offered = depth < deepest ? kinds : kinds.filter((kind) => kind !== 'all' && kind !== 'any' && kind !== 'not');
  return (
    <div className={styles.node} role="group" aria-label={label}>
      <div className={styles.nodeHead}>
        <Select<ConditionKind>
          className={styles.kind ?? ''}
          aria-label={m.agreements_condition_kind()}
          value={condition.kind}
          options={offered.map((value) => ({ value, label: kindWords[value]() }))}
          onChange={(kind) => onChange(emptyCondition(kind, condition))}
        />
        <ConditionParts condition={condition} onChange={onChange} />
        {onRemove === undefined ? null : (
          <Button type="text" icon={<DeleteOutlined />} aria-label={m.agreements_condition_remove()} onClick={onRemove} />
        )}
      </div>
      <Children condition={condition} onChange={onChange} depth={depth} />
    </div>
  );
}

function Children({ condition, onChange, depth }: Omit<NodeProps, 'label' | 'onRemove'>) {
  if (condition.kind === 'not') {
    return (
      <ConditionNode
        label={m.agreements_kind_not()}
        condition={condition.condition}
        depth={depth + 1}
        onChange={(inner) => onChange({ kind: 'not', condition: inner })}
      />
    );
  }
  if (condition.kind !== 'all' && condition.kind !== 'any') return null;
  const { kind, conditions } = condition;
  return (
    <>
      {conditions.map((part, index) => (
        <ConditionNode
          key={index}
          label={m.agreements_condition_n({ n: String(index + 1) })}
          condition={part}
          depth={depth + 1}
          onChange={(next) => onChange({ kind, conditions: conditions.with(index, next) })}
          onRemove={() => onChange({ kind, conditions: conditions.toSpliced(index, 1) })}
        />
      ))}
      <Button size="small" onClick={() => onChange({ kind, conditions: [...conditions, emptyCondition('is')] })}>
        {m.agreements_condition_add()}
      </Button>
    </>
  );
}
