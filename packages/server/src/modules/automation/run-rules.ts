import { sql } from 'kysely';
import type { Db } from '../../platform/database/connect.ts';
import { inOrganisation } from '../../platform/database/in-organisation.ts';
import { appErrorOf } from '../../platform/errors.ts';
import type { DomainEvent } from '../../platform/events/subscriber.ts';
import { systemActor, type Operation } from '../../platform/operation.ts';
import { passes } from '../cases/index.ts';
import { act, type Step } from './act.ts';
import { factsOfEvents } from './event-facts.ts';
import type { RuleRow } from './rules-in-force.ts';

/** One turn does so many runs of an organisation; the rest has its next turn soon. */
const mostInATurn = 500;

/** Does what rules have noted and whose time has come, in every organisation. Several processes may do so at the same time. */
export async function runAutomation(root: Db, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_due_runs(${now}) as "orgId"`.execute(root);
  for (const { orgId } of rows) for (let n = 0; n < mostInATurn; n++) if (!(await runNext(root, { orgId, now }))) break;
}

interface Place {
  readonly orgId: string;
  readonly now: Date;
}

interface DueRun extends RuleRow {
  readonly runId: string;
  readonly deleted: boolean;
  readonly event: Omit<DomainEvent, 'at'> & { readonly at: string };
}

/** One run in a transaction of its own: all of its actions, or none and the reason. False when nothing is due, or somebody else is at it. */
async function runNext(root: Db, { orgId, now }: Place): Promise<boolean> {
  let run: DueRun | null = null;
  try {
    return await inOrganisation(root, orgId, async (db) => {
      run = await lockDue({ db, orgId, actor: systemActor, now });
      if (run === null) return false;
      const operation: Operation = { db, orgId, actor: { ...systemActor, id: run.runId }, now };
      await finish(operation, run.runId, await answer(operation, run));
      return true;
    });
  } catch (error) {
    const failed = run as DueRun | null;
    const known = appErrorOf(error);
    if (failed === null || known?.code === 'try_again') throw error;
    if (known === null) process.emitWarning(`automation rule ${failed.id}: ${String(error)}`);
    const reason = known === null ? 'fault' : (known.detail.errors?.[0]?.code ?? known.code);
    await inOrganisation(root, orgId, (db) =>
      finish({ db, orgId, actor: systemActor, now }, failed.runId, { state: 'failed', reason, steps: [] }),
    );
    return true;
  }
}

interface Outcome {
  readonly state: 'done' | 'held' | 'failed';
  readonly reason: string | null;
  readonly steps: readonly Step[];
}

async function answer(operation: Operation, run: DueRun): Promise<Outcome> {
  const held = (reason: string): Outcome => ({ state: 'held', reason, steps: [] });
  if (!run.active || run.deleted) return held('switched-off');
  const event = { ...run.event, at: new Date(run.event.at) };
  const facts = (await factsOfEvents(operation, [event])).get(event.id);
  if (facts === undefined || !passes(run.definition.tests, facts)) return held('no-longer-holds');
  const steps: Step[] = [];
  for (const action of run.definition.actions)
    steps.push(await act(operation, { runId: run.runId, ruleName: run.name, event, values: facts.values }, action));
  return { state: 'done', reason: null, steps };
}

async function lockDue({ db, orgId, now }: Operation): Promise<DueRun | null> {
  const { rows } = await sql<DueRun>`
    select n.id as "runId", r.id, r.name, r.active, r.version, r.definition, r.deleted_at is not null as deleted,
      jsonb_build_object('id', e.id, 'at', e.at, 'type', e.type, 'actorKind', e.actor_kind, 'actorId', e.actor_id, 'entityKind', e.entity_kind,
        'entityId', e.entity_id, 'label', e.label, 'data', e.data) as event
    from automation_run n
    join automation_rule r on r.org_id = ${orgId} and r.id = n.rule_id
    join event e on e.org_id = ${orgId} and e.id = n.event_id
    where n.org_id = ${orgId} and n.state = 'waiting' and n.due_at <= ${now}
    order by n.due_at, n.id limit 1 for update of n skip locked`.execute(db);
  return rows[0] ?? null;
}

async function finish({ db, orgId, now }: Operation, runId: string, { state, reason, steps }: Outcome): Promise<void> {
  const row = { state, reason, steps: JSON.stringify(steps), finished_at: now };
  await db.updateTable('automation_run').set(row).where('org_id', '=', orgId).where('id', '=', runId).execute();
}
