import { caseImportMapping } from '@zhiheng/contract/cases/case-imports';
import { fileOptions } from '@zhiheng/contract/measurement/imports';
import { readStoredFile } from '../../../platform/files/stored-file.ts';
import type { Operation } from '../../../platform/operation.ts';
import { LocalClock } from '../../../platform/table-files/local-clock.rules.ts';
import { secondsOf } from '../clock-rows.rules.ts';
import { findingOf, type Finding } from './finding.ts';
import { gatherCases, type ForeignCase } from './gather-cases.ts';
import { readNames } from './known-names.ts';
import { openForeign } from './open-foreign.ts';
import type { Known, MappingRules } from './read-states.rules.ts';

/** A job as its row stands. */
export interface CaseImportRow {
  readonly org_id: string;
  readonly id: string;
  readonly file_id: string;
  readonly source_id: string;
  readonly mapping: unknown;
  readonly options: unknown;
  readonly dry_run: boolean;
  readonly cases_done: number;
  readonly attempts: number;
}

/** An import ready to run. */
export interface OpenedImport {
  readonly fileName: string;
  readonly rows: number;
  readonly cases: readonly ForeignCase[];
  readonly lost: readonly Finding[];
  readonly rules: Omit<MappingRules, 'known'>;
  readonly names: Omit<Known, 'customer'>;
}

/** Reads file, mapping and names of a job. */
export async function openImport(operation: Operation, job: CaseImportRow): Promise<OpenedImport> {
  const mapping = caseImportMapping.parse(job.mapping);
  const file = await readStoredFile(operation, job.file_id);
  const table = openForeign(file.bytes, fileOptions.parse(job.options));
  const { rows, cases, lost } = await gatherCases(table, mapping);
  const clock = new LocalClock(mapping.timeZone);
  const time = { grain: 'instant', dayOrder: mapping.dayOrder, clock, calendar: clock } as const;
  return {
    fileName: file.name,
    ...{ rows, cases, lost: lost.map(({ code, line }) => findingOf(code, { line, key: '' })) },
    rules: { mapping, time, now: secondsOf(operation.now) },
    names: await readNames(operation),
  };
}
