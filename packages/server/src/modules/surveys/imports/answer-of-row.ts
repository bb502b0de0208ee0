import { check, type Answer } from '@zhiheng/forms/answers';
import type { ResponseReading } from '@zhiheng/contract/surveys/response-imports';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { hashOf } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { guessDayOrder } from '../../../platform/table-files/describe-columns.rules.ts';
import type { FileRow } from '../../../platform/table-files/file-row.ts';
import { LocalClock } from '../../../platform/table-files/local-clock.rules.ts';
import { readTime } from '../../../platform/table-files/read-time.rules.ts';
import { ownFlags } from '../quality/response-quality.rules.ts';
import { isSuspicious } from '../quality/suspicion.rules.ts';
import { CellReader } from '../responses/read-cells.rules.ts';
import type { BulkAnswer } from '../responses/write-answers.ts';
import { answerRow } from '../runs/answer-row.rules.ts';
import type { FormVersion } from '../versions/form-of-version.ts';
import type { ResponseTable } from './preview-responses.ts';

/** How a row becomes an answer. */
export interface RowPlan {
  readonly version: FormVersion;
  readonly reader: CellReader;
  /** where the cells of the fields stand */
  readonly fields: readonly { readonly key: string; readonly at: number }[];
  readonly record: number | null;
  readonly time: { readonly at: number; readonly read: (text: string) => Date | null } | null;
  readonly usual: Omit<BulkAnswer, 'row' | 'once'>;
  readonly onePerPerson: boolean;
  readonly print: string;
}

interface Material {
  readonly survey: Survey;
  readonly version: FormVersion;
  readonly reading: ResponseReading;
  readonly table: ResponseTable;
  /** of the file */
  readonly sha256: string;
  /** of answers of which nothing says when they were given */
  readonly startedAt: Date;
}

export async function planRows({ db, orgId }: Operation, material: Material): Promise<RowPlan> {
  const { survey, version, reading, table, sha256, startedAt } = material;
  const organisation = db.selectFrom('organisation').select('time_zone as timeZone').where('org_id', '=', orgId);
  const clock = new LocalClock((await organisation.executeTakeFirstOrThrow()).timeZone);
  const day = (at: Date): Date => (survey.anonymous ? new Date(clock.startOfDay(at.getTime())) : at);
  const { serviceId, siteId, teamId } = survey.settings;
  const record = reading.recordColumn === null ? null : table.columns.indexOf(reading.recordColumn);
  return {
    version,
    reader: new CellReader(version.form, { missing: new Set(reading.missing), notApplicable: new Set(reading.notApplicable) }),
    fields: Object.entries(reading.columns).map(([column, key]) => ({ key, at: table.columns.indexOf(column) })),
    record,
    time: reading.timeColumn === null ? null : timeIn(table, reading.timeColumn, { clock, day }),
    usual: {
      at: day(reading.at === null ? startedAt : new Date(reading.at)),
      language: version.form.languages[0] ?? 'zh',
      ...{ seconds: null, subject: { serviceId, siteId, teamId, segmentId: null }, flags: [], suspicious: false },
    },
    onePerPerson: survey.settings.onePerPerson,
    print: sha256.slice(0, 20),
  };
}

interface Calendar {
  readonly clock: LocalClock;
  readonly day: (at: Date) => Date;
}

function timeIn({ columns, sample }: ResponseTable, column: string, { clock, day }: Calendar): RowPlan['time'] {
  const at = columns.indexOf(column);
  const dayOrder = guessDayOrder(sample.map(({ cells }) => cells[at] ?? ''));
  return {
    at,
    read(text) {
      const instant = readTime(text, { grain: 'instant', dayOrder, clock, calendar: clock });
      return typeof instant === 'number' ? day(new Date(instant)) : null;
    },
  };
}

export interface RowFault {
  readonly field: string;
  readonly code: string;
}

/** The answer of a row, or everything that is wrong with it. */
export function answerOfRow(plan: RowPlan, row: FileRow): BulkAnswer | { readonly faults: readonly RowFault[] } {
  if (row.broken !== undefined) return { faults: [{ field: '', code: row.broken.replaceAll('_', '-') }] };
  const { form } = plan.version;
  const answers = answersIn(plan, row);
  const faults = check(form, answers, {}, { complete: true });
  if (faults.length > 0) return { faults: faults.map(({ field, code }) => ({ field, code })) };
  const at = plan.time === null ? plan.usual.at : plan.time.read(row.cells[plan.time.at] ?? '');
  if (at === null) return { faults: [{ field: '', code: 'wrong-time' }] };
  const once = onceOf(plan, row);
  if (once === null) return { faults: [{ field: '', code: 'record-missing' }] };
  return flagged(plan, { at, once, row: answerRow(form, answers, {}) });
}

/** How long it took is not known of an imported answer; what its numbers say of care is. */
function flagged({ version, usual, onePerPerson }: RowPlan, answer: Pick<BulkAnswer, 'at' | 'once' | 'row'>): BulkAnswer {
  const flags = ownFlags(version.form, { scales: answer.row.scales, seconds: null, pages: [], pasted: 0 });
  return { ...usual, ...answer, flags, suspicious: isSuspicious(flags, { onePerPerson }) };
}

function answersIn({ reader, fields }: RowPlan, { cells }: FileRow): Record<string, Answer> {
  const read = fields.map(({ key, at }) => [key, reader.read(key, cells[at] ?? '')] as const);
  return Object.fromEntries(read.filter((entry): entry is readonly [string, Answer] => entry[1] !== null));
}

/** The key of the row; without a column for it, the file and the line. Null where the column is empty. */
function onceOf({ record, print }: RowPlan, { line, cells }: FileRow): string | null {
  if (record === null) return `import:${print}:${line}`;
  const key = (cells[record] ?? '').trim();
  return key === '' ? null : `import:${hashOf(key)}`;
}
