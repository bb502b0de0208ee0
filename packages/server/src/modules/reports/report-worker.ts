import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ReportDocument } from '@zhiheng/contract/reports/report-document';
import type { ReportFormat, ReportKind } from '@zhiheng/contract/reports/report-kind';
import type { ReportOrder } from '@zhiheng/contract/reports/reports';
import type { Db } from '../../platform/database/connect.ts';
import { inOrganisation } from '../../platform/database/in-organisation.ts';
import { AppError } from '../../platform/errors.ts';
import { writeStoredFile } from '../../platform/files/stored-file.ts';
import type { Job, Jobs } from '../../platform/jobs/jobs.ts';
import { systemActor, type Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { buildDocument } from './document/build-document.rules.ts';
import { gatherEvidence, type Wanted } from './document/gather-evidence.ts';
import { writeFile } from './files/write-file.ts';
import { mailReport } from './mail-report.ts';
import { entityOf } from './report-rows.ts';
import { readLook } from './templates/read-look.ts';

interface Workshop {
  readonly root: Db;
  readonly jobs: Jobs;
  readonly publicUrl: string | null;
}

/** A worker that said nothing for so long is taken for dead. */
const silence = '120 seconds';
/** So often it is taken up: what ends the process each time is not tried for ever. */
const patience = 3;

export interface Taken {
  readonly id: string;
  readonly kind: ReportKind;
  readonly period: string;
  readonly order: ReportOrder;
  /** what an earlier worker read: the files are to agree with each other */
  readonly document: ReportDocument | null;
  readonly written: readonly ReportFormat[];
  readonly attempts: number;
  readonly createdBy: string | null;
}
type AsSystem = <T>(work: (operation: Operation) => Promise<T>) => Promise<T>;

/** Makes the reports of the queue. A message may come twice: only one worker gets the job. Killed, it goes on with the figures it had and the files still missing. */
export const reportWorker =
  ({ root, publicUrl }: Pick<Workshop, 'root' | 'publicUrl'>) =>
  async ({ orgId, id }: Job): Promise<void> => {
    if (id === undefined) throw new RangeError('a report without id');
    const as: AsSystem = (work) => inOrganisation(root, orgId, (db) => work({ db, orgId, actor: systemActor, now: new Date() }));
    const taken = await as((operation) => claim(operation, id));
    if (taken === null) return;
    if (taken.attempts > patience) return as((operation) => fail(operation, taken, 'interrupted'));
    try {
      await work(as, taken, publicUrl);
    } catch (error) {
      await as((operation) => fail(operation, taken, error instanceof AppError ? error.code : 'fault'));
      if (!(error instanceof AppError)) throw error;
    }
  };

/** Sends the reports again that nobody works on. */
export async function sweepReports({ root, jobs }: Pick<Workshop, 'root' | 'jobs'>): Promise<void> {
  const { rows } = await sql<{ org_id: string; report_id: string }>`
    select org_id, report_id from waiting_reports(${silence}::interval)`.execute(root);
  for (const { org_id: orgId, report_id: id } of rows) await jobs.send('report', { orgId, id });
}

async function claim({ db, orgId }: Operation, id: string): Promise<Taken | null> {
  const { rows } = await sql<Taken>`
    update report r set state = 'running', heartbeat_at = clock_timestamp(), attempts = attempts + 1
    where r.org_id = ${orgId} and r.id = ${id}
      and (r.state = 'queued' or (r.state = 'running' and r.heartbeat_at < now() - ${silence}::interval))
    returning r.id, r.kind, r.period, r."order", r.document, r.attempts, r.created_by as "createdBy",
      array(select f.format from report_file f where f.org_id = ${orgId} and f.report_id = r.id) as written`.execute(db);
  return rows[0] ?? null;
}

async function work(as: AsSystem, taken: Taken, publicUrl: string | null): Promise<void> {
  const { kind, period, order } = taken;
  const document = taken.document ?? (await as((operation) => buildAtOneMoment(operation, { kind, period, scope: order.scope })));
  if (!(await as((operation) => keepDocument(operation, taken, document)))) return;
  const look = await as((operation) => readLook(operation, order.templateId));
  const missing = order.formats.filter((format) => !taken.written.includes(format));
  for (const format of missing) {
    const bytes = await writeFile(format, { document, locale: order.language, look });
    const file = { format, bytes, name: `${document.title[order.language]}.${format}` };
    if (!(await as((operation) => keepFile(operation, taken, file)))) return;
    // Others are served between two files.
    await turn();
  }
  await as((operation) => finish(operation, taken, { document, publicUrl }));
}

/** What is committed meanwhile is not seen: all numbers are of one moment. */
async function buildAtOneMoment(operation: Operation, wanted: Wanted): Promise<ReportDocument> {
  await sql`set transaction isolation level repeatable read, read only`.execute(operation.db);
  return buildDocument(wanted.kind, await gatherEvidence(operation, wanted));
}

/** Says how far it is; false when it was stopped, or taken up by another worker. */
async function say({ db, orgId }: Operation, { id, attempts }: Taken, progress: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update report set progress = ${progress}, heartbeat_at = clock_timestamp()
    where org_id = ${orgId} and id = ${id} and state = 'running' and attempts = ${attempts}`.execute(db);
  return numAffectedRows === 1n;
}

async function keepDocument(operation: Operation, taken: Taken, document: ReportDocument): Promise<boolean> {
  const { db, orgId } = operation;
  const share = 1 + taken.written.length;
  if (!(await say(operation, taken, share / (taken.order.formats.length + 2)))) return false;
  if (taken.document === null)
    await sql`update report set document = ${JSON.stringify(document)}::jsonb where org_id = ${orgId} and id = ${taken.id}`.execute(db);
  return true;
}

interface NewFile {
  readonly format: ReportFormat;
  readonly name: string;
  readonly bytes: Buffer;
}

/** The file and the note that it is there, together or not at all. */
async function keepFile(operation: Operation, taken: Taken, { format, name, bytes }: NewFile): Promise<boolean> {
  const { db, orgId } = operation;
  const share = 2 + taken.order.formats.indexOf(format);
  if (!(await say(operation, taken, share / (taken.order.formats.length + 2)))) return false;
  const fileId = await writeStoredFile(operation, { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
  await sql`insert into report_file (org_id, report_id, format, file_id) values (${orgId}, ${taken.id}, ${format}, ${fileId})`.execute(db);
  return true;
}

interface Finished {
  readonly document: ReportDocument;
  readonly publicUrl: string | null;
}

/** Done, told and put into the outbox in one transaction: a kill before it repeats nothing, one after it loses nothing. */
async function finish(operation: Operation, taken: Taken, { document, publicUrl }: Finished): Promise<void> {
  const { db, orgId, now } = operation;
  const { numAffectedRows } = await sql`
    update report set state = 'done', progress = 1, finished_at = ${now}
    where org_id = ${orgId} and id = ${taken.id} and state = 'running' and attempts = ${taken.attempts}`.execute(db);
  if (numAffectedRows !== 1n) return;
  const mailed = await mailReport(operation, taken, { title: document.title, publicUrl });
  await sql`update report set mailed = ${mailed} where org_id = ${orgId} and id = ${taken.id}`.execute(db);
  await tell(operation, taken, { type: 'report.made', data: { empty: document.empty, mailed } });
}

async function fail(operation: Operation, taken: Taken, code: string): Promise<void> {
  const { db, orgId, now } = operation;
  const { numAffectedRows } = await sql`
    update report set state = 'failed', failure = ${code}, finished_at = ${now}
    where org_id = ${orgId} and id = ${taken.id} and state = 'running' and attempts = ${taken.attempts}`.execute(db);
  if (numAffectedRows === 1n) await tell(operation, taken, { type: 'report.failed', data: { failure: code } });
}

interface Told {
  readonly type: 'report.made' | 'report.failed';
  readonly data: Record<string, unknown>;
}
const tell = (operation: Operation, taken: Taken, { type, data }: Told): Promise<void> =>
  recordEvent(operation, {
    type,
    entity: entityOf(taken),
    data: { kind: taken.kind, period: taken.period, askedBy: taken.createdBy, ...data },
  });
