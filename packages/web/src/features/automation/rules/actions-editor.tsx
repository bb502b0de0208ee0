import type { AutomationAction } from '@zhiheng/contract/automation/automation';
import { Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import look from '../../../ui/rule-list.module.css';
import styles from '../automation.module.css';
import { MoveButtons } from '../move-buttons.tsx';
import { ActionFields } from './action-fields.tsx';
import { newAction, type DraftAction } from './rule-draft.ts';
import { actionWords } from './use-rule-sentence.ts';

interface Props {
  readonly actions: readonly DraftAction[];
  /** actions on a case are there for events of cases only */
  readonly ofCases: boolean;
  readonly onChange: (actions: readonly DraftAction[]) => void;
}

const onCases: readonly AutomationAction['kind'][] = ['change-case', 'add-tags', 'add-note', 'notify', 'open-case'];
const onAnything: readonly AutomationAction['kind'][] = ['notify', 'open-case'];
const most = 10;

/** What is done, in this order; all of it or nothing. */
export function ActionsEditor({ actions, ofCases, onChange }: Props) {
  const kinds = ofCases ? onCases : onAnything;
  return (
    <div className={styles.actions}>
      {actions.map((one, at) => (
        <div key={one.key} className={styles.action} role="group" aria-label={actionWords[one.action.kind]()}>
          <div className={look.head}>
            <strong className={styles.name}>{actionWords[one.action.kind]()}</strong>
            <MoveButtons
              name={actionWords[one.action.kind]()}
              first={at === 0}
              last={at === actions.length - 1}
              onMove={(by) => onChange(actions.toSpliced(at, 1).toSpliced(at + by, 0, one))}
              onRemove={() => onChange(actions.toSpliced(at, 1))}
            />
          </div>
          <ActionFields action={one.action} ofCases={ofCases} onChange={(action) => onChange(actions.with(at, { ...one, action }))} />
        </div>
      ))}
      {actions.length >= most ? null : (
        <Select<AutomationAction['kind'] | null>
          aria-label={m.automation_add_action()}
          style={{ width: 240 }}
          placeholder={m.automation_add_action()}
          value={null}
          options={kinds.map((kind) => ({ value: kind, label: actionWords[kind]() }))}
          onChange={(kind) => kind !== null && onChange([...actions, newAction(kind)])}
        />
      )}
    </div>
  );
}
