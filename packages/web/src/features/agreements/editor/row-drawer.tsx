import { reopening } from '@zhiheng/contract/agreements/policy';
import { Button, Checkbox, Drawer, Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { FormSection } from '../../../ui/form-section.tsx';
import { reopeningWords, targetWords } from '../agreement-words.ts';
import type { Finding } from '../agreements.query.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { FindingList } from './findings.tsx';
import { PausesEditor } from './pauses-editor.tsx';
import { ScopeFields } from './scope-fields.tsx';
import { usualCourse, type Course, type TargetRow } from './target-rows.ts';
import styles from './editor.module.css';

interface Props {
  readonly row: TargetRow;
  readonly findings: readonly Finding[];
  readonly onChange: (course: Course) => void;
  readonly onClose: () => void;
}

/** How the clock of one promise runs: when it starts, stands still, stops, is withdrawn or begins anew. */
export function RowDrawer({ row: { course }, findings, onChange, onClose }: Props) {
  const change = (part: Partial<Course>) => onChange({ ...course, ...part });
  return (
    <Drawer
      open
      onClose={onClose}
      size={640}
      title={m.agreements_conditions_of({ name: targetWords[course.kind]() })}
      extra={<Button onClick={() => change(usualCourse(course.kind))}>{m.agreements_restore_usual()}</Button>}
    >
      <FindingList findings={findings} />
      <StartSection start={course.start} onChange={(start) => change({ start })} />
      <FormSection title={m.agreements_pauses()} note={m.agreements_pauses_hint()}>
        <PausesEditor pauses={course.pauses} onChange={(pauses) => change({ pauses })} />
      </FormSection>
      <FormSection title={m.agreements_stop()} note={m.agreements_stop_hint()}>
        <ConditionEditor label={m.agreements_stop()} condition={course.stop} onChange={(stop) => change({ stop })} />
        <Checkbox checked={course.recurring} onChange={(event) => change({ recurring: event.target.checked })}>
          {m.agreements_recurring_hint()}
        </Checkbox>
      </FormSection>
      <FormSection title={m.agreements_cancel()} note={m.agreements_cancel_hint()}>
        <ConditionEditor label={m.agreements_cancel()} condition={course.cancel} onChange={(cancel) => change({ cancel })} />
      </FormSection>
      <FormSection title={m.agreements_reset()} note={m.agreements_reset_hint()}>
        <ConditionEditor label={m.agreements_reset()} condition={course.reset} onChange={(reset) => change({ reset })} />
      </FormSection>
      <FormSection title={m.agreements_reopening()} note={m.agreements_reopening_hint()}>
        <Select
          className={styles.wide ?? ''}
          aria-label={m.agreements_reopening()}
          value={course.reopening}
          options={reopening.options.map((value) => ({ value, label: reopeningWords[value]() }))}
          onChange={(value) => change({ reopening: value })}
        />
      </FormSection>
      <FormSection title={m.agreements_row_scope()} note={m.agreements_row_scope_hint()}>
        <ScopeFields scope={course.scope} dimensions={['service', 'type', 'channel', 'segment']} onChange={(scope) => change({ scope })} />
      </FormSection>
    </Drawer>
  );
}

interface StartProps {
  readonly start: Course['start'];
  readonly onChange: (start: Course['start']) => void;
}

function StartSection({ start, onChange }: StartProps) {
  const condition = 'while' in start ? start.while : start.once;
  const kind = 'while' in start ? 'while' : 'once';
  return (
    <FormSection title={m.agreements_start()}>
      <Select<'once' | 'while'>
        className={styles.wide ?? ''}
        aria-label={m.agreements_start()}
        value={kind}
        options={[
          { value: 'once', label: m.agreements_start_once_words() },
          { value: 'while', label: m.agreements_start_while_words() },
        ]}
        onChange={(next) => onChange(next === 'once' ? { once: condition } : { while: condition })}
      />
      <ConditionEditor
        label={m.agreements_start()}
        condition={condition}
        onChange={(next) => onChange(kind === 'once' ? { once: next } : { while: next })}
      />
    </FormSection>
  );
}
