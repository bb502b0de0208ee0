import { sql } from 'kysely';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { DomainEvent } from '../../platform/events/subscriber.ts';
import type { Operation } from '../../platform/operation.ts';
import { changeCase } from '../cases/index.ts';
import { notice, type NoticeDraft } from './notices.rules.ts';

type StepAction = AgreementDefinition['actions'][number];

interface Escalated {
  readonly id: string;
  readonly actions: readonly StepAction[];
  readonly priority: 'p1' | 'p2' | 'p3' | 'p4';
  readonly open: boolean;
}

const raised = { p1: 'p1', p2: 'p1', p3: 'p2', p4: 'p3' } as const;

/** Does what the version of the agreement under which the clock runs wants at each step, and returns what is to be told. Of a case that is over nobody hears. */
export async function answerEscalations(operation: Operation, events: readonly DomainEvent[]): Promise<NoticeDraft[]> {
  const drafts: NoticeDraft[] = [];
  for (const { id, actions, priority, open } of await readActions(operation, events)) {
    const event = events.find((one) => one.id === id);
    const wanted = actions.filter(({ stepId }) => stepId === event?.data.stepId);
    if (event === undefined || !open || wanted.length === 0) continue;
    if (wanted.some(({ raisePriority }) => raisePriority) && priority !== raised[priority])
      await changeCase(operation, event.entityId, { priority: raised[priority] });
    const params = { name: event.data.name, target: event.data.target };
    drafts.push(...wanted.flatMap(({ notify }) => notify.map((to) => notice(event, 'escalated', { to, alert: true, params }))));
  }
  return drafts;
}

async function readActions({ db, orgId }: Operation, events: readonly DomainEvent[]): Promise<Escalated[]> {
  const list = events.map(({ id, entityId, data }) => ({ id, case_id: entityId, agreement_id: data.agreementId, target: data.target }));
  const { rows } = await sql<Escalated>`
    select e.id, v.definition -> 'actions' as actions, c.priority, c.status not in ('closed', 'cancelled', 'merged') as open
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as e(id uuid, case_id uuid, agreement_id uuid, target text)
    join service_case c on c.org_id = ${orgId} and c.id = e.case_id
    join lateral (
      select version from case_clock k where k.org_id = ${orgId} and k.case_id = e.case_id and k.agreement_id = e.agreement_id and k.target = e.target
      order by cycle desc limit 1
    ) k on true
    join agreement_version v on v.org_id = ${orgId} and v.agreement_id = e.agreement_id and v.version = k.version
    order by e.id`.execute(db);
  return rows;
}
