import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  createAutomationRule,
  updateAutomationRule,
  type AutomationDefinition,
  type AutomationRule,
} from '@zhiheng/contract/automation/automation';
import { Button, Switch } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useMay } from '../../identity/index.ts';
import look from '../../../ui/rule-list.module.css';
import styles from '../automation.module.css';
import { definitionOf, type Draft } from './rule-draft.ts';
import { RuleCards } from './rule-cards.tsx';
import { TrialCard } from './trial-card.tsx';
import { VersionsCard } from './versions-card.tsx';

interface Props {
  readonly start: Draft;
  /** null for one that is not saved yet */
  readonly rule: AutomationRule | null;
}

/** Writes a rule, tries it, switches it on. */
export function RuleEditor({ start, rule }: Props) {
  const mayWrite = useMay()('automation.define');
  const [draft, setDraft] = useState<Draft | null>(null);
  const shown = draft ?? start;
  const definition = definitionOf(shown);
  const ready = definition !== null && shown.name.trim() !== '';
  const save = useSave(rule, () => setDraft(null));
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        <RuleCards draft={shown} onChange={mayWrite ? setDraft : null} />
        <ProblemAlert error={save.error} />
        {mayWrite ? (
          <SaveBar
            edited={draft !== null}
            ready={ready}
            pending={save.isPending}
            onSave={() => definition !== null && save.mutate({ name: shown.name.trim(), definition })}
            onReset={() => setDraft(null)}
          />
        ) : null}
      </div>
      <div className={styles.stack}>
        {rule === null ? null : <OnOff rule={rule} mayWrite={mayWrite} edited={draft !== null} />}
        {mayWrite ? <TrialCard definition={definition} /> : null}
        {rule === null ? null : <VersionsCard id={rule.id} />}
      </div>
    </div>
  );
}

interface BarProps {
  readonly edited: boolean;
  readonly ready: boolean;
  readonly pending: boolean;
  readonly onSave: () => void;
  readonly onReset: () => void;
}

function SaveBar({ edited, ready, pending, onSave, onReset }: BarProps) {
  const words = ready ? m.automation_unsaved() : m.automation_incomplete_rule();
  return (
    <div className={look.bar}>
      <Button type="primary" disabled={!ready || !edited} loading={pending} onClick={onSave}>
        {m.shell_save()}
      </Button>
      {edited ? <Button onClick={onReset}>{m.automation_reset()}</Button> : null}
      <span role="status">{edited ? words : ''}</span>
    </div>
  );
}

interface Named {
  readonly name: string;
  readonly definition: AutomationDefinition;
}

function useSave(rule: AutomationRule | null, onSaved: () => void) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: Named) =>
      rule === null
        ? call(createAutomationRule, { body })
        : call(updateAutomationRule, { params: { id: rule.id }, body: { ...body, version: rule.version } }),
    meta: { showsError: true, done: m.shell_saved() },
    onSuccess: (saved) => {
      onSaved();
      if (rule === null) void navigate({ to: '/app/admin/automation/$id', params: { id: saved.id }, replace: true });
    },
  });
}

interface OnOffProps {
  readonly rule: AutomationRule;
  readonly mayWrite: boolean;
  readonly edited: boolean;
}

function OnOff({ rule, mayWrite, edited }: OnOffProps) {
  const turn = useMutation({
    mutationFn: (active: boolean) => call(updateAutomationRule, { params: { id: rule.id }, body: { version: rule.version, active } }),
    meta: { done: rule.active ? m.automation_switched_off() : m.automation_switched_on() },
  });
  return (
    <div className={look.rule}>
      <div className={look.head}>
        <Switch
          aria-label={m.automation_active_of({ name: rule.name })}
          checked={rule.active}
          disabled={!mayWrite || edited}
          loading={turn.isPending}
          onChange={(active) => turn.mutate(active)}
        />
        <strong>{rule.active ? m.automation_on() : m.automation_off()}</strong>
      </div>
      <p className={styles.quiet}>
        {edited ? m.automation_save_first() : rule.active ? m.automation_on_words() : m.automation_off_words()}
      </p>
    </div>
  );
}
