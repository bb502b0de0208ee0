import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { m } from '../../../../paraglide/messages.js';
import { isGroup, type ConditionGroup, type ConditionPart } from '../../draft/condition-group.ts';
import { useBuilder } from '../builder-context.ts';
import type { Reference } from '../references.ts';
import { newComparison } from './comparison-fields.ts';
import { ComparisonLine } from './comparison-line.tsx';
import styles from './logic.module.css';

interface Props {
  readonly group: ConditionGroup;
  readonly references: readonly Reference[];
  readonly depth: number;
  readonly onChange: (group: ConditionGroup, touched?: string) => void;
  readonly onRemove: () => void;
}

const mostParts = 20;
/** Deeper ones nobody reads; what is deeper already is shown all the same. */
const mostDepth = 2;

export function GroupEditor({ group, references, depth, onChange, onRemove }: Props) {
  const { readOnly } = useBuilder();
  const [first] = references;
  const { mode, parts } = group;
  const set = (at: number, part: ConditionPart, touched?: string) => onChange({ mode, parts: parts.toSpliced(at, 1, part) }, touched);
  // Without its last part a group is nothing.
  const drop = (at: number) => (parts.length === 1 ? onRemove() : onChange({ mode, parts: parts.toSpliced(at, 1) }));
  const add = (part: ConditionPart) => onChange({ mode, parts: [...parts, part] });
  return (
    <div className={styles.group} role="group" aria-label={m.surveys_logic()}>
      <div className={styles.head}>
        <Mode mode={mode} onChange={(next) => onChange({ mode: next, parts })} />
        {readOnly ? null : (
          <Button type="text" size="small" icon={<CloseOutlined />} aria-label={m.surveys_logic_remove_group()} onClick={onRemove} />
        )}
      </div>
      {parts.map((part, at) =>
        isGroup(part) ? (
          <GroupEditor
            key={at}
            group={part}
            references={references}
            depth={depth + 1}
            onChange={(next, touched) => set(at, next, touched)}
            onRemove={() => drop(at)}
          />
        ) : (
          <ComparisonLine
            key={at}
            comparison={part}
            references={references}
            onChange={(next, touched) => set(at, next, touched)}
            onRemove={() => drop(at)}
          />
        ),
      )}
      {readOnly || first === undefined || parts.length >= mostParts ? null : (
        <div className={styles.add}>
          <Button size="small" type="dashed" onClick={() => add(newComparison(first))}>
            + {m.surveys_logic_add()}
          </Button>
          {depth >= mostDepth ? null : (
            <Button size="small" type="text" onClick={() => add({ mode: 'any', parts: [newComparison(first), newComparison(first)] })}>
              + {m.surveys_logic_add_group()}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

interface ModeProps {
  readonly mode: ConditionGroup['mode'];
  readonly onChange: (mode: ConditionGroup['mode']) => void;
}

function Mode({ mode, onChange }: ModeProps) {
  const { readOnly } = useBuilder();
  return (
    <Select<ConditionGroup['mode']>
      aria-label={m.surveys_logic_mode()}
      disabled={readOnly}
      size="small"
      popupMatchSelectWidth={false}
      value={mode}
      options={[
        { value: 'all', label: m.surveys_logic_all() },
        { value: 'any', label: m.surveys_logic_any() },
        { value: 'none', label: m.surveys_logic_none() },
      ]}
      onChange={onChange}
    />
  );
}
