import { setImmediate as breathe } from 'node:timers/promises';
import { check, type Answer } from '@zhiheng/forms/answers';
import { fieldsOf } from '@zhiheng/forms/fields';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { importResponses as endpoint } from '@zhiheng/contract/surveys/responses';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { invalid, invalidField } from '../../../platform/errors.ts';
import { hashOf, newId } from '../../../platform/identifier.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { csvRows } from '../../../platform/table-files/csv-rows.ts';
import { guessDelimiter } from '../../../platform/table-files/delimiter.rules.ts';
import { guessDayOrder } from '../../../platform/table-files/describe-columns.rules.ts';
import { LocalClock } from '../../../platform/table-files/local-clock.rules.ts';
import { readTime } from '../../../platform/table-files/read-time.rules.ts';
import { findSurvey } from '../read-survey.ts';
import { ownFlags } from '../quality/response-quality.rules.ts';
import { isSuspicious } from '../quality/suspicion.rules.ts';
import { answerRow } from '../runs/answer-row.rules.ts';
import { entityOf } from '../survey-rows.ts';
import { findVersion, type FormVersion } from '../versions/form-of-version.ts';
import { CellReader } from './read-cells.rules.ts';
import { writeAnswers, type BulkAnswer } from './write-answers.ts';

type Body = Parsed<typeof endpoint>['body'];
type Result = Reply<typeof endpoint>;
interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One statement writes so many; the others who use the house have their turn in between. */
const rowsAtOnce = 2_500;
const checkedAtOnce = 250;
const mostFaults = 200;

/** Answers from a table. Rows that the form refuses are named and left out, the others are stored; the same file again stores nothing. */
export async function importResponses(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<Result> {
  const survey = await findSurvey(call, params.id);
  const version = await versionOf(call, survey, body.versionNumber);
  const { header, lines } = readTable(body.file);
  const read = await readAnswers(await planOf(call, { survey, version, body, header }), lines);
  const counts = { rows: lines.length, refused: read.faults.slice(0, mostFaults), refusedRows: read.refusedRows };
  if (body.dryRun) return { ...counts, stored: read.answers.length, unchanged: 0 };
  const importId = newId();
  const target = { surveyId: survey.id, versionId: version.id, distributionId: null, importId, anonymous: survey.anonymous, demo: false };
  let stored = 0;
  for (let at = 0; at < read.answers.length; at += rowsAtOnce)
    stored += (await writeAnswers(call, target, read.answers.slice(at, at + rowsAtOnce))).length;
  await recordEvent(call, {
    type: 'survey.responses-imported',
    entity: entityOf(survey),
    data: { surveyId: survey.id, importId, stored, refused: read.refusedRows },
  });
  return { ...counts, stored, unchanged: read.answers.length - stored };
}

async function versionOf(operation: Operation, { id, versions }: Survey, wanted: number): Promise<FormVersion> {
  const found = versions.find(({ number }) => number === wanted);
  if (found === undefined) throw invalidField('versionNumber', 'unknown_version');
  return findVersion(operation, id, found.id);
}

function readTable(file: string): { header: readonly string[]; lines: readonly Line[] } {
  const text = file.replace(/^\uFEFF/, '');
  const [head, ...lines] = [...csvRows([text], guessDelimiter(text), text.length)].flatMap(({ rows }) => rows);
  if (head === undefined || lines.length === 0) throw invalidField('file', 'no_rows');
  return { header: head.cells.map((cell) => cell.trim()), lines };
}

/** How a row becomes an answer. */
interface Plan {
  readonly version: FormVersion;
  readonly reader: CellReader;
  /** where the cells of the fields stand */
  readonly fields: readonly { readonly key: string; readonly at: number }[];
  readonly record: number | null;
  readonly time: { readonly at: number; readonly read: (text: string, dayOrder: ReturnType<typeof guessDayOrder>) => Date | null } | null;
  readonly usual: Omit<BulkAnswer, 'row' | 'once'>;
  readonly onePerPerson: boolean;
  readonly print: string;
}

interface Material {
  readonly survey: Survey;
  readonly version: FormVersion;
  readonly body: Body;
  readonly header: readonly string[];
}

async function planOf(call: Call, { survey, version, body, header }: Material): Promise<Plan> {
  const { columns, recordColumn, timeColumn, missing, notApplicable } = body;
  demandColumns(header, version, body);
  const { timeZone } = await call.db
    .selectFrom('organisation')
    .select('time_zone as timeZone')
    .where('org_id', '=', call.orgId)
    .executeTakeFirstOrThrow();
  const clock = new LocalClock(timeZone);
  const { serviceId, siteId, teamId } = survey.settings;
  const day = (at: Date): Date => (survey.anonymous ? new Date(clock.startOfDay(at.getTime())) : at);
  return {
    version,
    reader: new CellReader(version.form, { missing: new Set(missing), notApplicable: new Set(notApplicable) }),
    fields: Object.entries(columns).map(([column, key]) => ({ key, at: header.indexOf(column) })),
    record: recordColumn === null ? null : header.indexOf(recordColumn),
    time:
      timeColumn === null
        ? null
        : {
            at: header.indexOf(timeColumn),
            read(text, dayOrder) {
              const at = readTime(text, { grain: 'instant', dayOrder, clock, calendar: clock });
              return typeof at === 'number' ? day(new Date(at)) : null;
            },
          },
    usual: {
      at: day(body.at === null ? call.now : new Date(body.at)),
      language: version.form.languages[0] ?? 'zh',
      ...{ seconds: null, subject: { serviceId, siteId, teamId, segmentId: null }, flags: [], suspicious: false },
    },
    onePerPerson: survey.settings.onePerPerson,
    print: hashOf(body.file).slice(0, 20),
  };
}

function demandColumns(header: readonly string[], { form }: FormVersion, { columns, recordColumn, timeColumn }: Body): void {
  const known = new Set(fieldsOf(form).map(({ key }) => key));
  const twice = new Set(Object.values(columns)).size < Object.keys(columns).length;
  const named = [['recordColumn', recordColumn] as const, ['timeColumn', timeColumn] as const];
  const wrong = [
    ...(Object.keys(columns).length === 0 ? [{ path: 'columns', code: 'required' }] : []),
    ...(twice ? [{ path: 'columns', code: 'duplicate' }] : []),
    ...Object.keys(columns).flatMap((column) => (header.includes(column) ? [] : [{ path: `columns.${column}`, code: 'unknown_column' }])),
    ...Object.entries(columns).flatMap(([column, key]) => (known.has(key) ? [] : [{ path: `columns.${column}`, code: 'unknown_field' }])),
    ...named.flatMap(([path, column]) => (column === null || header.includes(column) ? [] : [{ path, code: 'unknown_column' }])),
  ];
  if (wrong.length > 0) throw invalid(wrong);
}

interface Read {
  readonly answers: BulkAnswer[];
  readonly faults: Result['refused'];
  refusedRows: number;
}

async function readAnswers(plan: Plan, lines: readonly Line[]): Promise<Read> {
  const read: Read = { answers: [], faults: [], refusedRows: 0 };
  const dayOrder = guessDayOrder(plan.time === null ? [] : lines.slice(0, 1000).map(({ cells }) => cells[plan.time?.at ?? 0] ?? ''));
  const records = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (at % checkedAtOnce === 0) await breathe();
    const result = readLine(plan, line, dayOrder);
    const faults = 'faults' in result ? result.faults : records.has(result.once) ? [{ field: '', code: 'duplicate-record' }] : [];
    if ('once' in result && faults.length === 0) {
      records.add(result.once);
      read.answers.push(result);
      continue;
    }
    read.refusedRows += 1;
    if (read.faults.length < mostFaults) read.faults.push(...faults.map((fault) => ({ line: line.line, ...fault })));
  }
  return read;
}

type Refused = { readonly faults: readonly { readonly field: string; readonly code: string }[] };

function readLine(plan: Plan, line: Line, dayOrder: ReturnType<typeof guessDayOrder>): BulkAnswer | Refused {
  const { form } = plan.version;
  const answers = answersIn(plan, line);
  const faults = check(form, answers, {}, { complete: true });
  if (faults.length > 0) return { faults: faults.map(({ field, code }) => ({ field, code })) };
  const at = plan.time === null ? plan.usual.at : plan.time.read(line.cells[plan.time.at] ?? '', dayOrder);
  if (at === null) return { faults: [{ field: '', code: 'wrong-time' }] };
  const once = onceOf(plan, line);
  return once === null
    ? { faults: [{ field: '', code: 'record-missing' }] }
    : answerOf(plan, { at, once, row: answerRow(form, answers, {}) });
}

/** How long it took is not known of an imported answer; what its numbers say of care is. */
function answerOf({ version, usual, onePerPerson }: Plan, answer: Pick<BulkAnswer, 'at' | 'once' | 'row'>): BulkAnswer {
  const flags = ownFlags(version.form, { scales: answer.row.scales, seconds: null, pages: [], pasted: 0 });
  return { ...usual, ...answer, flags, suspicious: isSuspicious(flags, { onePerPerson }) };
}

function answersIn({ reader, fields }: Plan, { cells }: Line): Record<string, Answer> {
  const read = fields.map(({ key, at }) => [key, reader.read(key, cells[at] ?? '')] as const);
  return Object.fromEntries(read.filter((entry): entry is readonly [string, Answer] => entry[1] !== null));
}

/** The key of the row; without a column for it, the file and the line. Null where the column is empty. */
function onceOf({ record, print }: Plan, { line, cells }: Line): string | null {
  if (record === null) return `import:${print}:${line}`;
  const key = (cells[record] ?? '').trim();
  return key === '' ? null : `import:${hashOf(key)}`;
}
