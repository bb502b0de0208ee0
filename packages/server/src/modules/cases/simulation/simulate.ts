import { sql } from 'kysely';
import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { OutcomePair } from '@zhiheng/sla-clock/simulate';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { AppError } from '../../../platform/errors.ts';
import type { Job, Jobs } from '../../../platform/jobs/jobs.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readRulesOfToday, type RulesOfToday } from '../../agreements/index.ts';
import { dateOf, secondsOf } from '../clock-rows.rules.ts';
import { readClockEvents } from '../count-cases.ts';
import { replayBatch } from './replay-batch.rules.ts';
import { addToTally, emptyTally, type Tally } from './tally.rules.ts';

const batchSize = 500;
/** A worker that said nothing for so long is taken for dead. Each batch says something. */
const silence = '20 seconds';
/** So often it is taken up without a batch counted until a fault ends it. */
const patience = 5;

interface SimulationRow {
  readonly id: string;
  readonly agreement_id: string;
  readonly definition: AgreementDefinition;
  readonly calendar: { readonly id: string; readonly definition: CalendarDefinition } | null;
  readonly zone: string;
  readonly from_at: Date;
  readonly to_at: Date;
  readonly revision: string | null;
  readonly last_case_id: string | null;
  readonly tally: Tally | null;
  readonly attempts: number;
}

interface Workshop {
  readonly root: Db;
  readonly jobs: Jobs;
}

/** Runs a simulation of the queue, a batch of cases in each transaction. Killed, it goes on behind the last batch; a message may come twice. */
export const simulationWorker =
  ({ root }: Pick<Workshop, 'root'>) =>
  async ({ orgId, id }: Job): Promise<void> => {
    if (id === undefined) throw new RangeError('a simulation without id');
    const as = <T>(work: (operation: Operation) => Promise<T>) =>
      inOrganisation(root, orgId, (db) => work({ db, orgId, actor: systemActor, now: new Date() }));
    const taken = await as((operation) => claim(operation, id));
    if (taken === null) return;
    try {
      while (await as((operation) => countNextBatch(operation, id)));
    } catch (error) {
      const isHopeless = error instanceof AppError || taken.attempts >= patience;
      await as((operation) => leave(operation, id, isHopeless ? 'failed' : 'queued'));
      if (!(error instanceof AppError)) throw error;
    }
  };

/** Sends the simulations again that nobody works on. */
export async function sweepSimulations({ root, jobs }: Workshop): Promise<void> {
  const { rows } = await sql<{ org_id: string; simulation_id: string }>`
    select org_id, simulation_id from waiting_simulations(${silence}::interval)`.execute(root);
  for (const { org_id: orgId, simulation_id: id } of rows) await jobs.send('simulate', { orgId, id });
}

async function claim({ db, orgId }: Operation, id: string): Promise<{ attempts: number } | null> {
  const { rows } = await sql<{ attempts: number }>`
    update simulation set state = 'running', heartbeat_at = clock_timestamp(), attempts = attempts + 1
    where org_id = ${orgId} and id = ${id} and (state = 'queued' or (state = 'running' and heartbeat_at < now() - ${silence}::interval))
    returning attempts`.execute(db);
  return rows[0] ?? null;
}

async function leave({ db, orgId, now }: Operation, id: string, state: 'failed' | 'queued'): Promise<void> {
  await sql`update simulation set state = ${state}, finished_at = ${state === 'failed' ? now : null}
    where org_id = ${orgId} and id = ${id} and state = 'running'`.execute(db);
}

/** Counts one batch behind the last one; false when there is nothing left to do, or it was cancelled. */
async function countNextBatch(operation: Operation, id: string): Promise<boolean> {
  const row = await lockRunning(operation, id);
  if (row === null) return false;
  const rules = await readRulesOfToday(operation, row.agreement_id, row);
  if (row.revision !== rules.revision) {
    await beginAnew(operation, row, rules.revision);
    return true;
  }
  const cases = await readBatch(operation, row);
  const last = cases.at(-1);
  if (last === undefined) {
    await finish(operation, row, rules);
    return false;
  }
  const period = { from: secondsOf(row.from_at), to: secondsOf(row.to_at) + 1, zone: row.zone };
  const question = { agreementId: row.agreement_id, before: rules.before, after: rules.after, now: secondsOf(row.to_at) };
  const histories = await readClockEvents(
    operation,
    cases.map((past) => past.id),
  );
  const replayed = replayBatch(
    question,
    cases.map((past) => ({ ...past, events: histories.get(past.id) ?? [] })),
  );
  await storeCases(operation, id, { 'newly-breached': replayed.changes.newlyBreached, spared: replayed.changes.spared });
  const tally = addToTally(row.tally ?? emptyTally, replayed, period);
  await sql`update simulation set tally = ${JSON.stringify(tally)}::jsonb, last_case_id = ${last.id}, cases_read = cases_read + ${cases.length}::int4,
    heartbeat_at = clock_timestamp(), attempts = 0 where org_id = ${operation.orgId} and id = ${id}`.execute(operation.db);
  return true;
}

async function lockRunning({ db, orgId }: Operation, id: string): Promise<SimulationRow | null> {
  const { rows } = await sql<SimulationRow>`
    select id, agreement_id, definition, zone,
      case when calendar_id is not null then jsonb_build_object('id', calendar_id, 'definition', calendar_definition) end as calendar,
      from_at, to_at, revision, last_case_id, tally, attempts from simulation
    where org_id = ${orgId} and id = ${id} and state = 'running' for no key update`.execute(db);
  return rows[0] ?? null;
}

/** Cases that were open at some time of the period. */
const inPeriod = ({ from_at, to_at }: SimulationRow) => sql`c.opened_at <= ${to_at} and (c.closed_at is null or c.closed_at >= ${from_at})`;

async function beginAnew({ db, orgId }: Operation, row: SimulationRow, revision: string): Promise<void> {
  await db.deleteFrom('simulated_case').where('org_id', '=', orgId).where('simulation_id', '=', row.id).execute();
  await sql`update simulation set revision = ${revision}, cases_read = 0, last_case_id = null, tally = null, heartbeat_at = clock_timestamp(),
    cases = (select count(*)::int4 from service_case c where c.org_id = ${orgId} and ${inPeriod(row)})
    where org_id = ${orgId} and id = ${row.id}`.execute(db);
}

async function readBatch({ db, orgId }: Operation, row: SimulationRow): Promise<{ id: string; contractId: string | null }[]> {
  const after = row.last_case_id === null ? sql`true` : sql`c.id > ${row.last_case_id}`;
  const { rows } = await sql<{ id: string; contractId: string | null }>`
    select c.id, c.contract_id as "contractId" from service_case c where c.org_id = ${orgId} and ${after} and ${inPeriod(row)}
    order by c.id limit ${batchSize}`.execute(db);
  return rows;
}

async function storeCases({ db, orgId }: Operation, id: string, lists: Readonly<Record<string, readonly OutcomePair[]>>): Promise<void> {
  const rows = Object.entries(lists).flatMap(([change, pairs]) => pairs.map((pair) => ({ change, ...rowOfPair(pair) })));
  if (rows.length === 0) return;
  await sql`insert into simulated_case (org_id, simulation_id, case_id, target, cycle, change, before, after)
    select ${orgId}::uuid, ${id}::uuid, case_id, target, cycle, change, before, after
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (case_id uuid, target text, cycle int4, change text, before jsonb, after jsonb)`.execute(
    db,
  );
}

function rowOfPair({ before, after }: OutcomePair) {
  const named = after ?? before;
  return { case_id: named?.caseId, target: named?.target, cycle: named?.cycle, before: toldOf(before), after: toldOf(after) };
}

function toldOf(outcome: OutcomePair['before']): { kind: string; at: string | null } {
  if (outcome === null) return { kind: 'none', at: null };
  const { state } = outcome;
  const at = state.kind === 'open' ? state.due : state.at;
  return { kind: state.kind, at: at === null ? null : dateOf(at).toISOString() };
}

async function finish(operation: Operation, row: SimulationRow, { credit }: RulesOfToday): Promise<void> {
  const { db, orgId, now } = operation;
  const tally = { ...(row.tally ?? emptyTally), credit };
  await sql`update simulation set state = 'done', tally = ${JSON.stringify(tally)}::jsonb, finished_at = ${now}
    where org_id = ${orgId} and id = ${row.id}`.execute(db);
  const { newlyBreached, spared } = tally.changes;
  const entity = { kind: 'agreement', id: row.agreement_id };
  await recordEvent(operation, { type: 'simulation.finished', entity, data: { simulationId: row.id, newlyBreached, spared } });
}
