import { sql } from 'kysely';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { loadIndicators, type IndicatorRecord } from '../load-indicators.ts';
import { readTimeZone } from '../store-rows.ts';
import { sheetKey } from './count-entered.ts';
import { isPlanned } from './due.rules.ts';
import { manualSource } from './manual-source.ts';
import { addDays, dayStart, parsePeriodKey, type CollectionPeriod } from './period.rules.ts';
import { selectCollection, type PlannedCollection } from './select-collections.ts';
import { selectSubjects, type SheetSubject } from './select-subjects.ts';

/** A figure that stands in a sheet, in stored units. */
export interface EnteredCell {
  readonly key: string;
  readonly at: Date;
  readonly value: number;
  readonly n: number;
}

/** The sheet of one collection and period as it stands. */
export interface Sheet {
  readonly collection: PlannedCollection;
  readonly period: CollectionPeriod;
  /** the instant of its figures */
  readonly at: Date;
  readonly indicators: readonly IndicatorRecord[];
  readonly subjects: readonly SheetSubject[];
  /** by record key */
  readonly entered: ReadonlyMap<string, EnteredCell>;
}

export const cellKey = (sheet: Pick<Sheet, 'collection' | 'period'>, indicator: string, subjectId: string): string =>
  `${sheetKey(sheet.collection.id, sheet.period.key)}:${indicator}:${subjectId}`;

/** Opens a sheet; 404 when the collection has no such period. */
export async function openSheet(operation: Operation, params: { id: string; period: string }): Promise<Sheet> {
  const collection = await selectCollection(operation, params.id);
  const period = parsePeriodKey(params.period);
  if (period === null || !isPlanned(collection, period)) throw notFound('sheet');
  const timeZone = await readTimeZone(operation);
  const known = new Map((await loadIndicators(operation)).map((indicator) => [indicator.code, indicator]));
  const indicators = collection.indicators.flatMap((code) => known.get(code) ?? []).filter(({ measure }) => measure !== 'formula');
  const subjects = await selectSubjects(operation, collection.subjectIds);
  const entered = await readEntered(operation, sheetKey(collection.id, period.key), period.firstDay);
  return { collection, period, at: dayStart(period.firstDay, timeZone), indicators, subjects, entered };
}

/** The zone of the organisation may have changed since: figures of the sheet lie within two days of its first. */
async function readEntered({ db, orgId }: Operation, sheet: string, firstDay: string): Promise<Map<string, EnteredCell>> {
  const { rows } = await sql<EnteredCell>`
    select o.record_key as key, o.at, o.value, o.n from observation o
    join source s on s.org_id = ${orgId} and s.id = o.source_id and s.code = ${manualSource}
    where o.org_id = ${orgId} and o.at >= ${dayStart(addDays(firstDay, -2), 'UTC')} and o.at < ${dayStart(addDays(firstDay, 2), 'UTC')}
      and split_part(o.record_key, ':', 1) || ':' || split_part(o.record_key, ':', 2) = ${sheet}`.execute(db);
  return new Map(rows.map((row) => [row.key, row]));
}
