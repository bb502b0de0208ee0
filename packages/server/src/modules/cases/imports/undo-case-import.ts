import { sql } from 'kysely';
import type { CaseImport } from '@zhiheng/contract/cases/case-imports';
import { conflict } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { replaceObservations } from '../../measurement/index.ts';
import { announceCase } from '../announce-case.ts';
import { caseSource } from '../observations/observe-cases.ts';
import { readCaseImport } from './case-import-view.ts';

/** What belongs to an imported case and goes with it. Whatever else points to a case keeps it. */
const goesWith = ['clock_event', 'case_entry', 'case_clock', 'case_alert', 'case_presence', 'case_import_record'];

/** Removes the cases that an import made, as far as nobody has touched them: changed, linked, answered or imported again. */
export async function undoCaseImport(operation: Operation, { params }: { params: { id: string } }): Promise<CaseImport> {
  const { db, orgId, now } = operation;
  const job = await readCaseImport(operation, params.id);
  if (job.dryRun || job.undone !== null || job.state === 'queued' || job.state === 'running')
    throw conflict('import_not_undoable', { state: job.state });
  const made = await madeBy(operation, job.id);
  const cases = await untouched(operation, job.id);
  const ids = cases.map(({ id }) => id);
  await forgetObservations(operation, cases);
  for (const table of goesWith)
    await sql`delete from ${sql.table(table)} where org_id = ${orgId} and case_id = any(${ids}::uuid[])`.execute(db);
  await sql`delete from service_case where org_id = ${orgId} and id = any(${ids}::uuid[])`.execute(db);
  const undone = { at: now.toISOString(), removed: ids.length, kept: made - ids.length };
  await sql`update case_import set undone = ${JSON.stringify(undone)} where org_id = ${orgId} and id = ${job.id}`.execute(db);
  const data = { removed: undone.removed, kept: undone.kept };
  await recordEvent(operation, { type: 'case-import.undone', entity: { kind: 'case-import', id: job.id, label: job.fileName }, data });
  announceCase(operation, job.id);
  return readCaseImport(operation, job.id);
}

async function madeBy({ db, orgId }: Operation, importId: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int4 as n from case_import_record where org_id = ${orgId} and made_by = ${importId}`.execute(db);
  return rows[0]?.n ?? 0;
}

interface Untouched {
  readonly id: string;
  readonly number: string;
}

/** What was counted of cases that go is taken back. */
async function forgetObservations(operation: Operation, cases: readonly Untouched[]): Promise<void> {
  if (cases.length === 0) return;
  const numbers = cases.map(({ number }) => number);
  await replaceObservations(operation, { source: caseSource, standing: sql`o.record_key = any(${numbers}::text[])`, by: [] });
}

async function untouched(operation: Operation, importId: string): Promise<Untouched[]> {
  const { db, orgId } = operation;
  const pointing = (await readPointing(operation)).map(
    ({ table, column }) =>
      sql`and not exists (select from ${sql.table(table)} p where p.org_id = ${orgId} and p.${sql.ref(column)} = c.id)`,
  );
  const { rows } = await sql<Untouched>`
    select c.id, c.number from case_import_record r join service_case c on c.org_id = ${orgId} and c.id = r.case_id
    where r.org_id = ${orgId} and r.made_by = ${importId} and r.written_by = ${importId} and c.version = r.case_version ${sql.join(pointing, sql` `)}
    order by c.id for update of c`.execute(db);
  return rows;
}

/** Every column of the schema that refers to a case, but for what goes with it. */
async function readPointing({ db }: Operation): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select t.relname as table, a.attname as column
    from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_attribute a on a.attrelid = t.oid and a.attnum = any(k.conkey)
    where k.contype = 'f' and k.confrelid = 'service_case'::regclass and a.attname <> 'org_id' and not t.relname = any(${goesWith}::text[])
    order by 1, 2`.execute(db);
  return rows;
}
