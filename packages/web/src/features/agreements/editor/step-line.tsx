import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { RowActions } from '../../../ui/row-actions.tsx';
import { targetWords, toldWords, type Told } from '../agreement-words.ts';
import { actionOf, moveStep, removeStep, setAction, type StepPlace } from './escalation.ts';
import { momentText, readMoment, type Moment } from './step-text.ts';
import type { Target } from './target-rows.ts';
import styles from './editor.module.css';

interface Props {
  readonly place: StepPlace;
  readonly kind: Target['kind'];
  readonly definition: AgreementDefinition;
  readonly onChange: (part: Partial<AgreementDefinition>) => void;
}

const told = Object.keys(toldWords) as Told[];

export function StepLine({ place, kind, definition, onChange }: Props) {
  const { locale } = useFormat();
  const { step } = place;
  const action = actionOf(definition, step.id);
  const name = `${targetWords[kind]()} ${momentText(step.at, locale)}`;
  return (
    <li className={styles.step}>
      <span className={styles.stepTarget}>{targetWords[kind]()}</span>
      <MomentField label={m.agreements_step_when_of({ name })} at={step.at} onChange={(at) => onChange(moveStep(definition, place, at))} />
      <Select<Told[]>
        mode="multiple"
        className={styles.told ?? ''}
        aria-label={m.agreements_told_of({ name })}
        placeholder={m.agreements_told_nobody()}
        value={action.notify}
        options={told.map((value) => ({ value, label: toldWords[value]() }))}
        onChange={(notify) => onChange(setAction(definition, { ...action, notify }))}
      />
      <Checkbox
        checked={action.raisePriority}
        onChange={(event) => onChange(setAction(definition, { ...action, raisePriority: event.target.checked }))}
      >
        {m.agreements_raise_priority()}
      </Checkbox>
      <RowActions
        actions={[{ label: m.agreements_remove(), of: name, onClick: () => onChange(removeStep(definition, place)), danger: true }]}
      />
    </li>
  );
}

interface MomentProps {
  readonly label: string;
  readonly at: Moment;
  readonly onChange: (at: Moment) => void;
}

/** `80%`, `-30min`, `+1h`, in either language. */
function MomentField({ label, at, onChange }: MomentProps) {
  const { locale } = useFormat();
  const written = momentText(at, locale);
  const [text, setText] = useState(written);
  const [shown, setShown] = useState(written);
  if (written !== shown) {
    setShown(written);
    setText(written);
  }
  const read = readMoment(text);
  const take = () => {
    if (read === null) return;
    setText(momentText(read, locale));
    if (momentText(read, locale) !== written) onChange(read);
  };
  return (
    <span className={styles.moment}>
      <Input
        aria-label={label}
        aria-invalid={read === null}
        value={text}
        autoComplete="off"
        {...(read === null ? { status: 'error' as const } : {})}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onPressEnter={take}
      />
      {read === null ? (
        <span className={styles.wrong} role="alert">
          {m.agreements_step_wrong()}
        </span>
      ) : null}
    </span>
  );
}
