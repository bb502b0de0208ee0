import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, instant, pageOf, pageQuery } from '../values/page.ts';
import { code, locale, localText } from '../values/text.ts';

/** IANA zone that this runtime knows, by its name: a bare offset means its opposite to the database. */
export const timeZone = z.string().refine(isTimeZone, 'time_zone');
function isTimeZone(value: string): boolean {
  if (!/^[A-Za-z]/.test(value)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}

export const organisation = z.object({ id, name: z.string(), locale, timeZone: z.string(), createdAt: instant });
export const getOrganisation = endpoint('GET /api/v1/organisation', {
  summary: 'The organisation',
  access: 'organisation.read',
  response: organisation,
});
export const updateOrganisation = endpoint('PATCH /api/v1/organisation', {
  summary: 'Change name, language or time zone; a new zone rebuilds the rollups',
  access: 'organisation.manage',
  body: z.object({ name: z.string().trim().min(1).max(200), locale, timeZone }).partial(),
  response: organisation,
});

/** Teams, sites and segments have one shape: a code, a name, perhaps a parent. */
export const unitKind = z.enum(['teams', 'sites', 'segments']);
export type UnitKind = z.infer<typeof unitKind>;
export const unit = z.object({ id, code, name: localText, parentId: id.nullable(), subjects: z.number().int() });
export type Unit = z.infer<typeof unit>;
const unitParams = z.object({ kind: unitKind });
const unitFields = z.object({ code, name: localText, parentId: id.nullable().default(null) });
export const listUnits = endpoint('GET /api/v1/units/:kind', {
  summary: 'Teams, sites or customer segments',
  access: 'organisation.read',
  params: unitParams,
  response: z.object({ items: z.array(unit) }),
});
export const createUnit = endpoint('POST /api/v1/units/:kind', {
  summary: 'Add a team, site or segment',
  access: 'organisation.manage',
  params: unitParams,
  body: unitFields,
  response: unit,
});
export const updateUnit = endpoint('PATCH /api/v1/units/:kind/:id', {
  summary: 'Rename or move a team, site or segment',
  access: 'organisation.manage',
  params: unitParams.extend({ id }),
  body: z.object({ name: localText, parentId: id.nullable() }).partial(),
  response: unit,
});
export const deleteUnit = endpoint('DELETE /api/v1/units/:kind/:id', {
  summary: 'Move a team, site or segment to the trash; its figures stay',
  access: 'organisation.manage',
  params: unitParams.extend({ id }),
  response: done,
});

export const change = z.object({
  id,
  at: instant,
  actor: z.string().nullable(),
  type: z.string(),
  entityKind: z.string(),
  entityId: z.string(),
  label: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});
export const listChanges = endpoint('GET /api/v1/changes', {
  summary: 'Log of changes: who did what, when',
  access: 'audit.read',
  query: pageQuery.extend({
    entityKind: z.string().max(40).optional(),
    entityId: z.string().max(60).optional(),
    actorId: id.optional(),
    type: z.string().max(60).optional(),
    from: instant.optional(),
    to: instant.optional(),
  }),
  response: pageOf(change),
});
