import { sql } from 'kysely';
import { caseImportCounts, resolutionComparison } from '@zhiheng/contract/cases/case-imports';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { announceCase } from '../announce-case.ts';
import { compareRecords, fieldsChanged, type Compared } from './compare-records.ts';
import { findingOf, type Finding } from './finding.ts';
import { addComparison, addCounts, emptyCounts, type Counts } from './import-counts.ts';
import { readCustomers } from './known-names.ts';
import { mapCase, type MappedCase } from './map-case.rules.ts';
import type { OpenedImport, CaseImportRow } from './open-import.ts';
import { writeCases } from './write-cases.ts';
import { writeFindings } from './write-findings.ts';

interface Step {
  readonly job: CaseImportRow;
  readonly opened: OpenedImport;
  /** cases before this batch */
  readonly done: number;
}

export const casesAtOnce = 1000;

/** Imports the next cases of a file in the caller's transaction, with the note of how far it came; a rehearsal writes only what it found. False when the job is no longer this worker's. */
export async function storeBatch(operation: Operation, { job, opened, done }: Step): Promise<boolean> {
  const held = await holdJob(operation, job.id, done);
  if (held === null) return false;
  const foreign = opened.cases.slice(done, done + casesAtOnce);
  const customer = await readCustomers(operation, foreign);
  const mapped = foreign.map((of) => mapCase({ ...opened.rules, known: { ...opened.names, customer } }, of));
  const good = mapped.filter((one): one is MappedCase => one.kind === 'mapped');
  const refused = mapped.flatMap((one) => (one.kind === 'refused' ? [one.finding] : []));
  const compared = await compareRecords(operation, job.source_id, good);
  if (!job.dry_run) await write(operation, job, compared);
  await writeFindings(operation, job.id, [...(done === 0 ? opened.lost : []), ...refused, ...foundIn(good, compared)]);
  const counts = addCounts(held.counts, countsOf({ foreign: foreign.length, refused: refused.length, compared, opened, done }));
  const comparison = addComparison(held.comparison, good);
  await noteProgress(operation, job.id, { done: done + foreign.length, of: opened.cases.length, counts, comparison });
  return true;
}

async function write(operation: Operation, job: CaseImportRow, compared: Compared): Promise<void> {
  const [created, updated] = [compared.made.length, compared.changed.length];
  if (created + updated === 0) return;
  await writeCases(operation, { importId: job.id, sourceId: job.source_id }, compared);
  await recordEvent(operation, { type: 'cases.imported', entity: { kind: 'case-import', id: job.id }, data: { created, updated } });
  // One word is enough for open pages to read their lists again.
  announceCase(operation, job.id);
}

/** What newer files changed, and all that was noted of cases on the way. */
function foundIn(cases: readonly MappedCase[], { changed, kept }: Compared): Finding[] {
  const place = (one: MappedCase) => ({ line: one.line, key: one.key });
  return [
    ...cases.flatMap(({ findings }) => findings),
    ...changed.map((one) => findingOf('case_updated', place(one.case), { fields: fieldsChanged(one) })),
    ...kept.map((one) => findingOf('case_changed_here', place(one.case), { fields: fieldsChanged(one) })),
  ];
}

interface Tally {
  readonly foreign: number;
  readonly refused: number;
  readonly compared: Compared;
  readonly opened: OpenedImport;
  readonly done: number;
}

function countsOf({ foreign, refused, compared: { made, changed, same, kept }, opened, done }: Tally): Counts {
  const written = [...made, ...changed].map((one) => one.case);
  return {
    ...emptyCounts,
    rows: done === 0 ? opened.rows : 0,
    cases: foreign,
    created: made.length,
    updated: changed.length,
    unchanged: same,
    kept: kept.length,
    refused: refused + (done === 0 ? opened.lost.length : 0),
    events: written.reduce((sum, { events }) => sum + events.length, 0),
    entries: written.reduce((sum, { entries }) => sum + entries.filter(({ kind }) => kind !== 'change').length, 0),
  };
}

/** The row of the job stays locked through the batch, and imports of an organisation follow each other; null when the job is no longer this worker's. */
async function holdJob({ db, orgId }: Operation, id: string, done: number) {
  await sql`select pg_advisory_xact_lock(hashtext(${`case-import/${orgId}`}))`.execute(db);
  const { rows } = await sql<{ counts: unknown; comparison: unknown }>`
    select counts, comparison from case_import where org_id = ${orgId} and id = ${id} and state = 'running' and cases_done = ${done} for update`.execute(
    db,
  );
  const [row] = rows;
  return row === undefined
    ? null
    : { counts: caseImportCounts.parse(row.counts), comparison: resolutionComparison.nullable().parse(row.comparison) };
}

interface Progress {
  readonly done: number;
  readonly of: number;
  readonly counts: Counts;
  readonly comparison: ReturnType<typeof addComparison>;
}

async function noteProgress({ db, orgId }: Operation, id: string, { done, of, counts, comparison }: Progress): Promise<void> {
  await sql`update case_import set cases_done = ${done}, progress = ${of === 0 ? 1 : done / of}, counts = ${JSON.stringify(counts)},
      comparison = ${comparison === null ? null : JSON.stringify(comparison)}::jsonb, heartbeat_at = clock_timestamp(), attempts = 0
    where org_id = ${orgId} and id = ${id}`.execute(db);
}
