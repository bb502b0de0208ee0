import type { RuleFinding } from '@zhiheng/contract/cases/rule-test';
import { Checkbox, Input, Switch } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { MoveButtons } from '../move-buttons.tsx';
import { testsOf } from '../tests/draft-test.ts';
import { testWords } from '../tests/test-words.ts';
import { TestsEditor } from '../tests/tests-editor.tsx';
import type { RuleField } from '../tests/use-rule-fields.ts';
import { AssignmentFields } from './assignment-fields.tsx';
import { AssignmentReader } from './assignment-reader.tsx';
import type { DraftRule } from './assignment-draft.ts';
import look from '../../../ui/rule-list.module.css';
import styles from '../automation.module.css';

interface Props {
  readonly rule: DraftRule;
  readonly place: number;
  readonly last: boolean;
  readonly fields: readonly RuleField[];
  /** how many of the latest cases it would take; undefined until that is known */
  readonly taken: number | undefined;
  readonly looked: number;
  readonly finding: RuleFinding | undefined;
  /** null for those who only read */
  readonly onChange: ((rule: DraftRule) => void) | null;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One rule as a sentence that can be written: when … then … */
export function AssignmentCard({ rule, place, last, fields, taken, looked, finding, onChange, onMove, onRemove }: Props) {
  const format = useFormat();
  const name = rule.name === '' ? m.automation_unnamed() : rule.name;
  return (
    <>
      <div className={look.head}>
        <span className={look.place}>{place + 1}</span>
        {onChange === null ? (
          <h2 className={styles.name}>{name}</h2>
        ) : (
          <Input
            className={styles.name ?? ''}
            aria-label={m.automation_name()}
            placeholder={m.automation_assignment_name_example()}
            maxLength={120}
            value={rule.name}
            onChange={({ target }) => onChange({ ...rule, name: target.value })}
          />
        )}
        {taken === undefined ? null : (
          <span className={styles.count}>{m.automation_assignment_taken({ n: format.number(taken), of: format.number(looked) })}</span>
        )}
        {onChange === null ? null : (
          <>
            <Switch
              size="small"
              aria-label={m.automation_active_of({ name })}
              checked={rule.active}
              onChange={(active) => onChange({ ...rule, active })}
            />
            <MoveButtons name={name} first={place === 0} last={last} onMove={onMove} onRemove={onRemove} />
          </>
        )}
      </div>
      {finding === undefined ? null : <Finding finding={finding} />}
      {onChange === null ? (
        <AssignmentReader rule={rule} conditions={(testsOf(rule.tests) ?? []).map((test) => testWords(test, fields, format))} />
      ) : (
        <>
          <TestsEditor of={name} tests={rule.tests} fields={fields} onChange={(tests) => onChange({ ...rule, tests })} />
          <AssignmentFields rule={rule} onChange={onChange} />
          <Checkbox checked={rule.goOn} onChange={({ target }) => onChange({ ...rule, goOn: target.checked })}>
            {m.automation_go_on()}
          </Checkbox>
        </>
      )}
    </>
  );
}

const Finding = ({ finding }: { readonly finding: RuleFinding }) => (
  <p>
    <StatusBadge tone="near">
      {finding.by === null ? m.automation_finding_never() : m.automation_finding_hidden({ place: finding.by + 1 })}
    </StatusBadge>
  </p>
);
