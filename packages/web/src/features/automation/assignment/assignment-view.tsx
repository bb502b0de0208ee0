import { PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { setAssignmentRules, type AssignmentRule } from '@zhiheng/contract/cases/assignment';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { useDelayed } from '../../../lib/use-delayed.ts';
import { m } from '../../../paraglide/messages.js';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { assignmentQuery, assignmentTrialQuery } from '../automation.query.ts';
import { useCaseFields } from '../tests/use-rule-fields.ts';
import { AssignmentCard } from './assignment-card.tsx';
import { draftOf, newRule, rulesOf, type DraftRule } from './assignment-draft.ts';
import look from '../../../ui/rule-list.module.css';
import styles from '../automation.module.css';

/** The rules that give new cases to teams and people. */
export function AssignmentView() {
  const query = useQuery(assignmentQuery);
  return (
    <QueryView query={query} skeleton={<Skeleton rows={3} height={120} />}>
      {({ version, items }) => <Editor key={version} version={version} rules={items} />}
    </QueryView>
  );
}

interface Props {
  readonly version: number;
  readonly rules: readonly AssignmentRule[];
}

function Editor({ version, rules }: Props) {
  const mayWrite = useMay()('cases.define');
  const fields = useCaseFields();
  const saved = useMemo(() => draftOf(rules), [rules]);
  const [draft, setDraft] = useState<readonly DraftRule[] | null>(null);
  const shown = draft ?? saved;
  const complete = useMemo(() => rulesOf(shown), [shown]);
  const asked = useDelayed(complete);
  const trial = useQuery({ ...assignmentTrialQuery(asked ?? []), enabled: mayWrite && asked !== null && asked.length > 0 }).data;
  const save = useMutation({
    mutationFn: () => call(setAssignmentRules, { body: { version, items: complete ?? [] } }),
    meta: { showsError: true, done: m.automation_assignment_saved() },
  });
  const add = mayWrite ? (
    <Button icon={<PlusOutlined />} onClick={() => setDraft([...shown, newRule()])}>
      {m.automation_assignment_add()}
    </Button>
  ) : undefined;
  if (shown.length === 0 && draft === null)
    return <EmptyState title={m.automation_assignment_none()} words={m.automation_assignment_none_text()} action={add} />;
  return (
    <>
      <p className={styles.intro}>{m.automation_assignment_intro()}</p>
      <ol className={look.list} aria-label={m.automation_tab_assignment()}>
        {shown.map((rule, at) => (
          <li key={rule.id} className={look.rule}>
            <AssignmentCard
              rule={rule}
              place={at}
              last={at === shown.length - 1}
              fields={fields}
              taken={complete === null ? undefined : trial?.taken[at]}
              looked={trial?.cases ?? 0}
              finding={trial?.findings.find((finding) => finding.rule === at)}
              onChange={mayWrite ? (changed) => setDraft(shown.with(at, changed)) : null}
              onMove={(by) => setDraft(shown.toSpliced(at, 1).toSpliced(at + by, 0, rule))}
              onRemove={() => setDraft(shown.toSpliced(at, 1))}
            />
          </li>
        ))}
      </ol>
      <div className={styles.below}>{add}</div>
      <ProblemAlert error={save.error} />
      {draft === null ? null : (
        <SaveBar
          complete={complete !== null}
          pending={save.isPending}
          nobody={trial?.nobody}
          onSave={() => save.mutate()}
          onReset={() => setDraft(null)}
        />
      )}
    </>
  );
}

interface BarProps {
  readonly complete: boolean;
  readonly pending: boolean;
  readonly nobody: number | undefined;
  readonly onSave: () => void;
  readonly onReset: () => void;
}

function SaveBar({ complete, pending, nobody, onSave, onReset }: BarProps) {
  const format = useFormat();
  const words = nobody === undefined ? '' : m.automation_assignment_nobody({ n: format.number(nobody) });
  return (
    <div className={look.bar}>
      <Button type="primary" disabled={!complete} loading={pending} onClick={onSave}>
        {m.automation_assignment_save()}
      </Button>
      <Button onClick={onReset}>{m.automation_reset()}</Button>
      <span role="status">{complete ? words : m.automation_incomplete()}</span>
    </div>
  );
}
