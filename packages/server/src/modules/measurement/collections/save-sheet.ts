import type { Parsed } from '@zhiheng/contract/endpoint';
import type { EntrySheet, saveSheet as endpoint } from '@zhiheng/contract/measurement/collections';
import { AppError, invalid } from '../../../platform/errors.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import type { IncomingRow, StoredBatch } from '../incoming-rows.ts';
import { retractObservations } from '../observations/retract-observations.ts';
import { storeRows } from '../store-rows.ts';
import { checkCells, type Cell } from './cell.rules.ts';
import { manualSource } from './manual-source.ts';
import { cellKey, openSheet, type Sheet } from './open-sheet.ts';
import { readSheet } from './read-sheet.ts';
import { lockCollection } from './select-collections.ts';

/** Saves cells of a sheet: all of them, or, when one is impossible, none. Saving a cell again corrects it, emptying it takes it back. */
export const saveSheetWith =
  (jobs: Jobs) =>
  async (call: Call, { params, body }: Parsed<typeof endpoint>): Promise<EntrySheet> => {
    await lockCollection(call, params.id);
    const sheet = await openSheet(call, params);
    if (sheet.at > call.now) throw new AppError(422, 'period_not_begun', { params: { from: sheet.period.firstDay } });
    const errors = checkCells(sheet, body.cells);
    if (errors.length > 0) throw invalid(errors);
    const removed = await retractObservations(call, manualSource, goneKeys(sheet, body.cells));
    const stored = await storeCells(call, sheet, body.cells);
    const data = { period: params.period, stored: stored.stored, corrected: stored.corrected, removed };
    await recordEvent(call, {
      type: 'collection.entered',
      entity: { kind: 'collection', id: params.id, label: sheet.collection.name.zh },
      data,
    });
    call.afterCommit(() => jobs.send('compact', { orgId: call.orgId }));
    return readSheet(call, { params });
  };

/** Cells that are emptied; and those entered under another time zone, which would otherwise stand there twice. */
function goneKeys(sheet: Sheet, cells: readonly Cell[]): string[] {
  return cells.flatMap((cell) => {
    const key = cellKey(sheet, cell.indicator, cell.subjectId);
    const old = sheet.entered.get(key);
    return old !== undefined && (cell.value === null || old.at.getTime() !== sheet.at.getTime()) ? [key] : [];
  });
}

async function storeCells(call: Call, sheet: Sheet, cells: readonly Cell[]): Promise<StoredBatch> {
  const places = new Map<IncomingRow, number>();
  cells.forEach((cell, index) => {
    if (cell.value !== null) places.set(rowOf(sheet, cell, cell.value), index);
  });
  const stored = await storeRows(call, { source: manualSource, rows: [...places.keys()], quarantineAs: 'nowhere' });
  const refused = stored.rejected.map(({ row, reason, params }) => ({
    path: `cells.${(row && places.get(row)) ?? 0}.value`,
    code: reason,
    params,
  }));
  if (refused.length > 0) throw invalid(refused);
  return stored;
}

function rowOf(sheet: Sheet, cell: Cell, value: number): IncomingRow {
  const { service, team, site, segment } = sheet.subjects.find(({ id }) => id === cell.subjectId) ?? {};
  return {
    line: null,
    key: cellKey(sheet, cell.indicator, cell.subjectId),
    indicator: cell.indicator,
    at: sheet.at,
    value,
    n: cell.n ?? 1,
    ...{ service: service ?? undefined, team: team ?? undefined, site: site ?? undefined, segment: segment ?? undefined },
    raw: { collection: sheet.collection.name, period: sheet.period.key, ...cell },
  };
}
