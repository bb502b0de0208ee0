import { sql } from 'kysely';
import { fieldName, fieldsOf } from '@zhiheng/forms/fields';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type {
  listResponseFaults as endpoint,
  ResponseFault,
  ResponseImport,
  responseFaultsFile,
} from '@zhiheng/contract/surveys/response-imports';
import type { Locale } from '@zhiheng/contract/values/text';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { csvLine } from '../../../platform/table-files/csv-text.rules.ts';
import { readForms } from '../versions/form-of-version.ts';
import { faultWords, headWords } from './fault-words.ts';
import { readResponseImport } from './read-response-imports.ts';

interface Row extends ResponseFault {
  readonly seq: number;
}

interface Page {
  readonly after: number;
  readonly most: number;
}

async function readFaults({ db, orgId }: Operation, importId: string, { after, most }: Page): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select seq, line, field, code from survey_import_fault
    where org_id = ${orgId} and import_id = ${importId} and seq > ${after} order by seq limit ${most}`.execute(db);
  return rows;
}

/** Why lines were refused, in the order of the file. */
export async function listResponseFaults(
  operation: Operation,
  { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>,
): Promise<Reply<typeof endpoint>> {
  await readResponseImport(operation, params.id);
  const after = query.cursor === undefined ? 0 : placeOf(query.cursor);
  const found = await readFaults(operation, params.id, { after, most: query.limit + 1 });
  const items = found.slice(0, query.limit);
  const last = found.length > query.limit ? items.at(-1) : undefined;
  return { items: items.map(({ seq: _seq, ...fault }) => fault), next: last === undefined ? null : encodeCursor([String(last.seq)]) };
}

function placeOf(cursor: string): number {
  const seq = Number(decodeCursor(cursor, 1)[0]);
  if (!Number.isInteger(seq) || seq < 0 || seq > 2_147_483_647) throw invalidField('cursor', 'cursor');
  return seq;
}

const byteOrderMark = '\ufeff';
const atOnce = 5_000;

/** The same as CSV for a spreadsheet. */
export async function readFaultsFile(
  call: Call,
  { params, query }: Pick<Parsed<typeof responseFaultsFile>, 'params' | 'query'>,
): Promise<string> {
  const job = await readResponseImport(call, params.id);
  const names = await namesOfFields(call, job, query.locale);
  call.reply.header('content-disposition', `attachment; filename="survey-import-${job.id}.csv"`).type('text/csv; charset=utf-8');
  const parts = [byteOrderMark, csvLine(headWords[query.locale])];
  for (let after = 0; ;) {
    const found = await readFaults(call, job.id, { after, most: atOnce });
    parts.push(...found.map(({ line, field, code }) => csvLine([line, names.get(field) ?? '', field, faultWords(code, query.locale)])));
    const last = found.at(-1);
    if (last === undefined || found.length < atOnce) return parts.join('');
    after = last.seq;
  }
}

async function namesOfFields(operation: Operation, job: ResponseImport, locale: Locale): Promise<ReadonlyMap<string, string>> {
  const forms = await readForms(operation, job.surveyId);
  const form = forms.find(({ number }) => number === job.versionNumber)?.form;
  return new Map(form === undefined ? [] : fieldsOf(form).map((field) => [field.key, fieldName(form, field, locale)]));
}
