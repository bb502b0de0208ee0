import { sql } from 'kysely';
import { fileOptions } from '@zhiheng/contract/measurement/imports';
import { quarantineReason } from '@zhiheng/contract/measurement/observations';
import type { Locale } from '@zhiheng/contract/values/text';
import type { Call } from '../../../platform/operation.ts';
import { csvLine } from '../../../platform/table-files/csv-text.rules.ts';
import { readImport } from './import-view.ts';
import { brokenCell } from './line-row.ts';
import { openTable } from '../../../platform/table-files/open-table.ts';
import { headWords, reasonWords } from './problem-words.ts';
import { readStoredFile } from '../../../platform/files/stored-file.ts';

interface Input {
  readonly params: { readonly id: string };
  readonly query: { readonly locale: Locale };
}

interface Problem {
  readonly line: number | null;
  readonly indicator: string | null;
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number | null>>;
  readonly raw: Readonly<Record<string, string>>;
}

const byteOrderMark = '\ufeff';
/** A spreadsheet takes about a million lines; who has so many problems has one problem. */
const most = 200_000;
const atOnce = 5000;

/** Every row that an import set aside, with line and reason, as CSV for a spreadsheet. */
export async function readProblems(call: Call, { params, query }: Input): Promise<string> {
  const job = await readImport(call, params.id);
  call.reply.header('content-disposition', `attachment; filename="import-problems-${job.id}.csv"`).type('text/csv; charset=utf-8');
  const columns = await columnsOf(call, job.id);
  const parts = [byteOrderMark, csvLine([...headWords[query.locale], ...columns])];
  for (let from = 0; from < most; from += atOnce) {
    const problems = await readPage(call, job.id, from);
    parts.push(...problems.map((problem) => lineOf(problem, columns, query.locale)));
    if (problems.length < atOnce) break;
  }
  return parts.join('');
}

function lineOf(problem: Problem, columns: readonly string[], locale: Locale): string {
  const reason = quarantineReason.safeParse(problem.reason);
  const words = reason.success ? reasonWords[reason.data][locale] : problem.reason;
  const value = problem.params['value'] ?? problem.params['name'] ?? problem.params['unit'] ?? problem.params['indicator'] ?? null;
  const cells = brokenCell in problem.raw ? [problem.raw[brokenCell] ?? ''] : columns.map((column) => problem.raw[column] ?? '');
  return csvLine([problem.line, problem.indicator, words, value, ...cells]);
}

/** Columns of the file in their order; the database keeps no order of names. */
async function columnsOf(call: Call, importId: string): Promise<readonly string[]> {
  const { db, orgId } = call;
  const job = await db
    .selectFrom('import_job')
    .select(['file_id', 'options'])
    .where('org_id', '=', orgId)
    .where('id', '=', importId)
    .executeTakeFirstOrThrow();
  const file = await readStoredFile(call, job.file_id);
  return openTable(file.bytes, fileOptions.parse(job.options)).columns;
}

async function readPage({ db, orgId }: Call, importId: string, from: number): Promise<Problem[]> {
  const { rows } = await sql<Problem>`
    select line, indicator_code as indicator, reason, params, raw from quarantine
    where org_id = ${orgId} and import_id = ${importId} order by line nulls last, id offset ${from} limit ${atOnce}`.execute(db);
  return rows;
}
