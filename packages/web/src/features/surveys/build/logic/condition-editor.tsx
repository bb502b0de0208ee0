import type { Condition } from '@zhiheng/forms/definition';
import { Button } from 'antd';
import { m } from '../../../../paraglide/messages.js';
import { conditionOf, groupOf, type ConditionGroup } from '../../draft/condition-group.ts';
import { useBuilder } from '../builder-context.ts';
import styles from '../fields.module.css';
import { referencesBefore } from '../references.ts';
import { newComparison } from './comparison-fields.ts';
import { GroupEditor } from './group-editor.tsx';

interface Props {
  readonly when: Condition | undefined;
  readonly onChange: (when: Condition | undefined, touched?: string) => void;
}

/** When something is shown, as a sentence: all, any or none of some comparisons hold. */
export function ConditionEditor({ when, onChange }: Props) {
  const { form, part, language, readOnly } = useBuilder();
  const references = referencesBefore(form, part, language);
  const [first] = references;
  const change = (group: ConditionGroup, touched?: string) => onChange(conditionOf(group), touched);
  if (when !== undefined)
    return <GroupEditor group={groupOf(when)} references={references} depth={0} onChange={change} onRemove={() => onChange(undefined)} />;
  if (first === undefined) return <p className={styles.quiet}>{m.surveys_logic_nothing_before()}</p>;
  return (
    <div className={styles.row}>
      <span className={styles.quiet}>{m.surveys_logic_always()}</span>
      {readOnly ? null : (
        <Button size="small" type="dashed" onClick={() => onChange(newComparison(first))}>
          + {m.surveys_logic_add()}
        </Button>
      )}
    </div>
  );
}
