import { Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { targetWords } from '../agreement-words.ts';
import type { CardProps } from './draft-cards.tsx';
import { addStep, stepsOf } from './escalation.ts';
import { FindingList, findingsAt } from './findings.tsx';
import { StepLine } from './step-line.tsx';
import { rowsOf } from './target-rows.ts';
import styles from './editor.module.css';

/** Who is told, and when, before and after a promise is due. */
export function StepsCard({ definition, findings, onChange }: CardProps) {
  const rows = rowsOf(definition.targets);
  const steps = stepsOf(definition);
  const inSteps = findings.filter(({ where }) => /^targets\.\d+\.steps/.test(where));
  return (
    <Card title={m.agreements_steps()} aside={m.agreements_steps_hint()}>
      {steps.length === 0 ? <p className={styles.hint}>{m.agreements_steps_none()}</p> : null}
      <ul className={styles.steps}>
        {steps.map((place) => (
          <StepLine
            key={`${place.row} ${place.step.id}`}
            place={place}
            kind={rows[place.row]?.course.kind ?? 'resolution'}
            definition={definition}
            onChange={onChange}
          />
        ))}
      </ul>
      <FindingList findings={[...inSteps, ...findingsAt(findings, 'actions')]} />
      <Select<number | null>
        className={styles.add ?? ''}
        aria-label={m.agreements_step_add()}
        placeholder={`+ ${m.agreements_step_add()}`}
        value={null}
        options={rows.map(({ course }, value) => ({ value, label: m.agreements_step_for({ name: targetWords[course.kind]() }) }))}
        onChange={(row) => row !== null && onChange(addStep(definition, row, { kind: 'percent', percent: 80 }))}
      />
    </Card>
  );
}
