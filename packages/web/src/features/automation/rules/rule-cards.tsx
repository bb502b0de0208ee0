import { eventType, type EventType } from '@zhiheng/contract/events';
import { Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import styles from '../automation.module.css';
import { TestsEditor } from '../tests/tests-editor.tsx';
import { eventFields, useCaseFields } from '../tests/use-rule-fields.ts';
import { ActionsEditor } from './actions-editor.tsx';
import type { Draft } from './rule-draft.ts';

interface Props {
  readonly draft: Draft;
  /** null for those who only read */
  readonly onChange: ((draft: Draft) => void) | null;
}

const isOfCase = (type: string): boolean => type.startsWith('case.');
const sorted = [...eventType.options.filter(isOfCase), ...eventType.options.filter((type) => !isOfCase(type))];
const mostEvents = 10;
const mostMinutes = 43_200;

/** When … and … then … */
export function RuleCards({ draft, onChange }: Props) {
  const [nameId, eventsId, delayId] = [useId(), useId(), useId()];
  const caseFields = useCaseFields();
  const ofCases = draft.eventTypes.every(isOfCase);
  const fields = [...(ofCases ? caseFields : []), ...eventFields(draft.eventTypes)];
  const set = (part: Partial<Draft>) => onChange?.({ ...draft, ...part });
  return (
    <fieldset disabled={onChange === null} className={styles.stack}>
      <Card>
        <div className={styles.field}>
          <label htmlFor={nameId}>{m.automation_name()}</label>
          <Input
            id={nameId}
            maxLength={120}
            placeholder={m.automation_name_example()}
            value={draft.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        </div>
      </Card>
      <Card title={m.automation_when()} aside={m.automation_when_aside()}>
        <div className={styles.field}>
          <label htmlFor={eventsId}>{m.automation_events()}</label>
          <Select<EventType[]>
            id={eventsId}
            mode="multiple"
            maxCount={mostEvents}
            disabled={onChange === null}
            showSearch={{ optionFilterProp: 'label' }}
            value={[...draft.eventTypes]}
            options={sorted.map((type) => ({ value: type, label: m.event_name({ type }) }))}
            onChange={(eventTypes) => set({ eventTypes })}
          />
        </div>
      </Card>
      <Card title={m.automation_conditions()} aside={m.automation_conditions_aside()}>
        <TestsEditor
          of={draft.name === '' ? m.automation_unnamed() : draft.name}
          tests={draft.tests}
          fields={fields}
          eventTypes={draft.eventTypes}
          onChange={(tests) => set({ tests })}
        />
      </Card>
      <Card title={m.automation_actions()} aside={m.automation_actions_aside()}>
        <ActionsEditor actions={draft.actions} ofCases={ofCases} onChange={(actions) => set({ actions })} />
        <div className={styles.delay}>
          <label htmlFor={delayId}>{m.automation_delay()}</label>
          <InputNumber
            id={delayId}
            min={0}
            max={mostMinutes}
            precision={0}
            value={draft.delayMinutes}
            onChange={(minutes) => set({ delayMinutes: minutes ?? 0 })}
          />
          <span className={styles.quiet}>{m.automation_delay_help()}</span>
        </div>
      </Card>
    </fieldset>
  );
}
