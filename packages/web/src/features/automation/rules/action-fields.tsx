import type { AutomationAction } from '@zhiheng/contract/automation/automation';
import { caseType, priority } from '@zhiheng/contract/cases/case';
import { Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { fieldWords, optionsOf, priorityWords, typeWords, usePeople } from '../../cases/index.ts';
import styles from '../automation.module.css';
import { ChangeFields } from './change-fields.tsx';
import { TeamSelect } from './team-select.tsx';

interface Props<A extends AutomationAction = AutomationAction> {
  readonly action: A;
  readonly ofCases: boolean;
  readonly onChange: (action: AutomationAction) => void;
}
type Of<K extends AutomationAction['kind']> = Props<Extract<AutomationAction, { kind: K }>>;

/** What an action needs to know. */
export function ActionFields({ action, ofCases, onChange }: Props) {
  switch (action.kind) {
    case 'change-case':
      return <ChangeFields change={action.change} onChange={(change) => onChange({ ...action, change })} />;
    case 'add-tags':
      return (
        <Select<string[]>
          mode="tags"
          maxCount={10}
          aria-label={m.automation_tags()}
          placeholder={m.automation_test_type()}
          tokenSeparators={[',', '，']}
          value={action.tags}
          onChange={(tags) => onChange({ ...action, tags: tags.map((tag) => tag.trim().slice(0, 40)).filter((tag) => tag !== '') })}
        />
      );
    case 'add-note':
      return <Text label={m.automation_note()} most={4000} value={action.body} onChange={(body) => onChange({ ...action, body })} />;
    case 'notify':
      return <NotifyFields action={action} ofCases={ofCases} onChange={onChange} />;
    case 'open-case':
      return <OpenFields action={action} ofCases={ofCases} onChange={onChange} />;
    default:
      return action satisfies never;
  }
}

const roleWords = {
  assignee: m.automation_role_assignee,
  team: m.automation_role_team,
  'team-lead': m.automation_role_team_lead,
  owner: m.automation_role_owner,
  'quality-manager': m.automation_role_quality_manager,
} as const;
type Role = keyof typeof roleWords;
const roles = Object.keys(roleWords) as Role[];

function NotifyFields({ action, ofCases, onChange }: Of<'notify'>) {
  const people = usePeople();
  return (
    <>
      <div className={styles.pair}>
        {ofCases ? (
          <Field label={m.automation_notify_roles()}>
            {(id) => (
              <Select<Role[]>
                id={id}
                mode="multiple"
                value={action.roles}
                options={optionsOf(roleWords, roles)}
                onChange={(chosen) => onChange({ ...action, roles: chosen })}
              />
            )}
          </Field>
        ) : null}
        <Field label={m.automation_notify_people()}>
          {(id) => (
            <Select<string[]>
              id={id}
              mode="multiple"
              maxCount={20}
              showSearch={{ optionFilterProp: 'label' }}
              value={action.accountIds}
              options={people.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(accountIds) => onChange({ ...action, accountIds })}
            />
          )}
        </Field>
      </div>
      <Text label={m.automation_message()} most={400} value={action.message} onChange={(message) => onChange({ ...action, message })} />
    </>
  );
}

function OpenFields({ action, onChange }: Of<'open-case'>) {
  return (
    <>
      <Field label={fieldWords('subject')}>
        {(id) => (
          <Input id={id} maxLength={300} value={action.subject} onChange={({ target }) => onChange({ ...action, subject: target.value })} />
        )}
      </Field>
      <Text
        label={fieldWords('description')}
        most={4000}
        value={action.description}
        onChange={(description) => onChange({ ...action, description })}
      />
      <div className={styles.pair}>
        <Field label={fieldWords('type')}>
          {(id) => (
            <Select
              id={id}
              value={action.type}
              options={optionsOf(typeWords, caseType.options)}
              onChange={(type) => onChange({ ...action, type })}
            />
          )}
        </Field>
        <Field label={fieldWords('priority')}>
          {(id) => (
            <Select
              id={id}
              value={action.priority}
              options={optionsOf(priorityWords, priority.options)}
              onChange={(chosen) => onChange({ ...action, priority: chosen })}
            />
          )}
        </Field>
        <Field label={fieldWords('teamId')}>
          {(id) => <TeamSelect id={id} value={action.teamId} onChange={(teamId) => onChange({ ...action, teamId })} />}
        </Field>
      </div>
    </>
  );
}

interface TextProps {
  readonly label: string;
  readonly most: number;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

const Text = ({ label, most, value, onChange }: TextProps) => (
  <Field label={label}>
    {(id) => (
      <>
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={most}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
        <span className={styles.quiet}>{m.automation_placeholders()}</span>
      </>
    )}
  </Field>
);

function Field({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
