import { sql, type RawBuilder } from 'kysely';
import type { CaseImportFinding, caseImportFindingsFile, listCaseImportFindings as endpoint } from '@zhiheng/contract/cases/case-imports';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { csvLine } from '../../../platform/table-files/csv-text.rules.ts';
import { readCaseImport } from './case-import-view.ts';
import { findingWords, headWords } from './finding-words.ts';

type Asked = Pick<Parsed<typeof endpoint>['query'], 'kind' | 'code'>;
interface Row extends CaseImportFinding {
  readonly seq: number;
}

const narrowed = ({ kind, code }: Asked): RawBuilder<unknown> =>
  sql`${kind === undefined ? sql`` : sql`and kind = ${kind}`} ${code === undefined ? sql`` : sql`and code = ${code}`}`;

interface Page extends Asked {
  readonly after: number;
  readonly most: number;
}

async function readFindings({ db, orgId }: Operation, importId: string, { after, most, ...asked }: Page): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select seq, kind, code, line, record_key as key, params from case_import_finding
    where org_id = ${orgId} and import_id = ${importId} and seq > ${after} ${narrowed(asked)} order by seq limit ${most}`.execute(db);
  return rows;
}

/** What an import met, in the order of the file. */
export async function listCaseImportFindings(
  operation: Operation,
  { params, query }: Parsed<typeof endpoint>,
): Promise<{ items: CaseImportFinding[]; next: string | null }> {
  await readCaseImport(operation, params.id);
  const { cursor, limit, ...asked } = query;
  const found = await readFindings(operation, params.id, { ...asked, after: cursor === undefined ? 0 : placeOf(cursor), most: limit + 1 });
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items: items.map(({ seq: _seq, ...item }) => item), next: last === undefined ? null : encodeCursor([String(last.seq)]) };
}

function placeOf(cursor: string): number {
  const seq = Number(decodeCursor(cursor, 1)[0]);
  if (!Number.isInteger(seq) || seq < 0 || seq > 2_147_483_647) throw invalidField('cursor', 'cursor');
  return seq;
}

const byteOrderMark = '\ufeff';
const atOnce = 5000;

/** The same as CSV for a spreadsheet. */
export async function readFindingsFile(call: Call, { params, query }: Parsed<typeof caseImportFindingsFile>): Promise<string> {
  const job = await readCaseImport(call, params.id);
  call.reply.header('content-disposition', `attachment; filename="case-import-${job.id}.csv"`).type('text/csv; charset=utf-8');
  const { locale, ...asked } = query;
  const parts = [byteOrderMark, csvLine(headWords[locale])];
  for (let after = 0; ;) {
    const found = await readFindings(call, job.id, { ...asked, after, most: atOnce });
    parts.push(...found.map(({ line, key, code, params: said }) => csvLine([line, key, findingWords[code][locale], ...valuesOf(said)])));
    const last = found.at(-1);
    if (last === undefined || found.length < atOnce) return parts.join('');
    after = last.seq;
  }
}

const valuesOf = ({ value = null, fields = null, history = null, column = null, minutes = null }: CaseImportFinding['params']) => [
  value ?? fields,
  history,
  column,
  minutes,
];
