import type { EntrySheet } from '@zhiheng/contract/measurement/collections';
import type { Operation } from '../../../platform/operation.ts';
import { fromStored } from '../values.rules.ts';
import { cellKey, openSheet, type Sheet } from './open-sheet.ts';
import { addDays } from './period.rules.ts';
import { subjectName } from './select-subjects.ts';

/** The entry sheet of one period: every cell that is asked for, with what stands in it. */
export async function readSheet(operation: Operation, { params }: { params: { id: string; period: string } }): Promise<EntrySheet> {
  return viewOf(await openSheet(operation, params));
}

function viewOf(sheet: Sheet): EntrySheet {
  const { collection, period } = sheet;
  const cells = sheet.subjects.flatMap(({ id }) => sheet.indicators.map((indicator) => cellOf(sheet, indicator, id)));
  return {
    collectionId: collection.id,
    name: collection.name,
    period: period.key,
    from: period.firstDay,
    dueOn: addDays(period.lastDay, collection.dueDays),
    indicators: sheet.indicators.map(({ code, name, unit, measure, decimals, plausibleMin, plausibleMax }) => ({
      ...{ code, name, unit, measure, decimals, plausibleMin, plausibleMax },
    })),
    subjects: sheet.subjects.map((subject) => ({ id: subject.id, name: subjectName(subject) })),
    cells,
    expected: cells.length,
    entered: cells.filter(({ value }) => value !== null).length,
  };
}

function cellOf(sheet: Sheet, indicator: Sheet['indicators'][number], subjectId: string): EntrySheet['cells'][number] {
  const entered = sheet.entered.get(cellKey(sheet, indicator.code, subjectId));
  const value = entered === undefined ? null : fromStored(indicator, entered.value);
  return { indicator: indicator.code, subjectId, value, n: entered !== undefined && indicator.measure === 'share' ? entered.n : null };
}
