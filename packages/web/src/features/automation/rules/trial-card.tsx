import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { tryAutomation, type AutomationDefinition } from '@zhiheng/contract/automation/automation';
import type { Reply } from '@zhiheng/contract/endpoint';
import { Button } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import styles from '../automation.module.css';

type Trial = Reply<typeof tryAutomation>;

/** What the rule would have answered: asked before it is switched on. */
export function TrialCard({ definition }: { readonly definition: AutomationDefinition | null }) {
  const trial = useMutation({
    mutationFn: (tried: AutomationDefinition) => call(tryAutomation, { body: { definition: tried } }),
    meta: { showsError: true },
  });
  return (
    <Card title={m.automation_trial()} aside={m.automation_trial_aside()}>
      <Button disabled={definition === null} loading={trial.isPending} onClick={() => definition !== null && trial.mutate(definition)}>
        {m.automation_trial_run()}
      </Button>
      <ProblemAlert error={trial.error} />
      <div role="status">{trial.data === undefined ? null : <Findings trial={trial.data} />}</div>
    </Card>
  );
}

function Findings({ trial }: { readonly trial: Trial }) {
  const format = useFormat();
  const { events, since, matched, items, findings } = trial;
  if (events === 0) return <p className={styles.trial}>{m.automation_trial_no_events()}</p>;
  return (
    <>
      <p className={styles.trial}>
        {m.automation_trial_found({
          matched: format.number(matched),
          events: format.number(events),
          since: since === null ? '' : format.dateTime(since),
        })}
      </p>
      {findings.length === 0 ? null : <StatusBadge tone="near">{m.automation_finding_never()}</StatusBadge>}
      <ul className={styles.hits}>
        {items.map((item) => (
          <li key={item.eventId}>
            <TwoLines
              first={
                item.entityKind === 'case' ? (
                  <Link to="/app/cases/$id" params={{ id: item.entityId }}>
                    {item.label}
                  </Link>
                ) : (
                  item.label
                )
              }
              second={`${m.event_name({ type: item.eventType })} · ${format.dateTime(item.at)}`}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
