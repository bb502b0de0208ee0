import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams } from '../values/page.ts';
import { indicatorCode, localText } from '../values/text.ts';
import { period } from './indicator.ts';

/** A period of a collection: 2026-11-21, 2026-W47, 2026-11, 2026-Q4, 2026-H2 or 2026. */
export const periodKey = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?|-W\d{2}|-Q[1-4]|-H[12])?$/, 'period');

/** An extra measurement on a day, for example before a release. */
export const keyNode = z.object({ id, collectionId: id, name: localText, on: z.iso.date() });

/** Figures that people collect by hand, again and again: which, for whom, how often, due how many days after the period. */
export const collection = z.object({
  id,
  name: localText,
  period,
  indicators: z.array(indicatorCode).min(1).max(60),
  subjectIds: z.array(id).min(1).max(200),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  startsOn: z.iso.date(),
  dueDays: z.number().int().min(0).max(120),
  version: z.number().int(),
  keyNodes: z.array(keyNode.omit({ collectionId: true })),
});
export type Collection = z.infer<typeof collection>;
const fields = collection.omit({ id: true, ownerName: true, version: true, keyNodes: true });

export const listCollections = endpoint('GET /api/v1/collections', {
  summary: 'Collections of figures entered by hand',
  access: 'measurement.read',
  response: z.object({ items: z.array(collection) }),
});
export const createCollection = endpoint('POST /api/v1/collections', {
  summary: 'Plan a collection',
  access: 'measurement.define',
  body: fields,
  response: collection,
});
export const updateCollection = endpoint('PATCH /api/v1/collections/:id', {
  summary: 'Change a collection',
  access: 'measurement.define',
  params: idParams,
  body: fields.partial().extend({ version: z.number().int() }),
  response: collection,
});
export const deleteCollection = endpoint('DELETE /api/v1/collections/:id', {
  summary: 'Delete a collection; its observations stay',
  access: 'measurement.define',
  params: idParams,
  response: done,
});

export const collectionState = z.enum(['complete', 'open', 'due-soon', 'overdue', 'planned']);
/** One due date in the calendar. Key nodes are extra measurements, for example before a release. */
const dueEntry = z.object({
  collectionId: id,
  name: localText,
  period: periodKey,
  keyNode: localText.nullable(),
  from: z.iso.date(),
  dueOn: z.iso.date(),
  expected: z.number().int(),
  entered: z.number().int(),
  state: collectionState,
  ownerName: z.string().nullable(),
});
export type DueEntry = z.infer<typeof dueEntry>;
export const collectionCalendar = endpoint('GET /api/v1/collection-calendar', {
  summary: 'What is due when, and how complete it is',
  access: 'measurement.read',
  query: z.object({ from: z.iso.date(), to: z.iso.date() }),
  response: z.object({ items: z.array(dueEntry) }),
});

export const addKeyNode = endpoint('POST /api/v1/collections/:id/key-nodes', {
  summary: 'Ask for an extra measurement on a day',
  access: 'measurement.define',
  params: idParams,
  body: keyNode.pick({ name: true, on: true }),
  response: keyNode,
});
export const removeKeyNode = endpoint('DELETE /api/v1/key-nodes/:id', {
  summary: 'Remove a key node',
  access: 'measurement.define',
  params: idParams,
  response: done,
});

/** One cell of the sheet. `value` is in the indicator's unit; for a share `value` of `n`. Null empties the cell. */
const cell = z.object({ indicator: indicatorCode, subjectId: id, value: z.number().nullable(), n: z.number().int().min(1).nullable() });
export const entrySheet = z.object({
  collectionId: id,
  name: localText,
  period: periodKey,
  from: z.iso.date(),
  dueOn: z.iso.date(),
  indicators: z.array(
    z.object({
      code: indicatorCode,
      name: localText,
      unit: z.string(),
      measure: z.string(),
      decimals: z.number().int(),
      plausibleMin: z.number().nullable(),
      plausibleMax: z.number().nullable(),
    }),
  ),
  subjects: z.array(z.object({ id, name: localText })),
  cells: z.array(cell),
  expected: z.number().int(),
  entered: z.number().int(),
});
export type EntrySheet = z.infer<typeof entrySheet>;
const sheetParams = z.object({ id, period: periodKey });
export const readSheet = endpoint('GET /api/v1/collections/:id/sheets/:period', {
  summary: 'Entry sheet of one period',
  access: 'measurement.read',
  params: sheetParams,
  response: entrySheet,
});
/** All cells are checked first; one impossible cell refuses the whole save with one error per cell, and nothing is stored. */
export const saveSheet = endpoint('PUT /api/v1/collections/:id/sheets/:period', {
  summary: 'Save cells of an entry sheet',
  access: 'measurement.write',
  params: sheetParams,
  body: z.object({ cells: z.array(cell).min(1).max(12_000) }),
  response: entrySheet,
});
