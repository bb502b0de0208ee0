import { sql } from 'kysely';
import type { ReportRow } from '@zhiheng/contract/reports/reports';
import { conflict } from '../../platform/errors.ts';
import { deleteStoredFile } from '../../platform/files/stored-file.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { entityOf, readReport, rowOf } from './report-rows.ts';

interface Named {
  readonly params: { readonly id: string };
}

/** Stops a report; its worker notices at its next step and writes nothing more. */
export async function cancelReport(operation: Operation, { params }: Named): Promise<ReportRow> {
  const { db, orgId, now } = operation;
  const report = await readReport(operation, params.id);
  const { numAffectedRows } = await sql`
    update report set state = 'cancelled', finished_at = ${now}
    where org_id = ${orgId} and id = ${params.id} and state in ('queued', 'running')`.execute(db);
  if (numAffectedRows === 0n) throw conflict('report_is_finished');
  await recordEvent(operation, { type: 'report.cancelled', entity: entityOf(report) });
  return rowOf(await readReport(operation, params.id));
}

/** Deletes a report with its files; not while it is being made, nor while mails with its files wait. */
export async function deleteReport(operation: Operation, { params }: Named): Promise<{ ok: true }> {
  const { db, orgId } = operation;
  const report = await readReport(operation, params.id);
  if (report.state === 'queued' || report.state === 'running') throw conflict('report_is_being_made');
  const { rows } = await sql<{ fileId: string; waits: boolean }>`
    select x.file_id as "fileId", exists (select 1 from mail_out_file m join mail_out o on o.org_id = ${orgId} and o.id = m.mail_id
      where m.org_id = ${orgId} and m.file_id = x.file_id and o.state = 'waiting') as waits
    from report_file x where x.org_id = ${orgId} and x.report_id = ${params.id}`.execute(db);
  if (rows.some(({ waits }) => waits)) throw conflict('report_mail_waits');
  const files = rows.map(({ fileId }) => fileId);
  await sql`delete from mail_out_file where org_id = ${orgId} and file_id = any(${files}::uuid[])`.execute(db);
  await sql`delete from report_file where org_id = ${orgId} and report_id = ${params.id}`.execute(db);
  await sql`delete from report where org_id = ${orgId} and id = ${params.id}`.execute(db);
  for (const file of files) await deleteStoredFile(operation, file);
  await recordEvent(operation, { type: 'report.deleted', entity: entityOf(report) });
  return { ok: true };
}
