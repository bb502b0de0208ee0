import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageQuery } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { fieldKind, fieldSessionState } from './fieldwork-kinds.ts';

const version = z.number().int();
const count = z.number().int();
const person = z.object({ id, name: z.string() });

/** `name` and `contact` are masked for those without `customers.personal`. */
const participant = z.object({
  id,
  /** what the notes call them, such as P1 */
  label: z.string().trim().min(1).max(60),
  name: z.string().trim().max(200),
  contact: z.string().trim().max(200),
  segmentId: id.nullable(),
  customerId: id.nullable(),
  /** agreed to take part and to be written down */
  consent: z.boolean(),
  consentNote: z.string().trim().max(400),
});
export const fieldParticipant = participant.extend({ segmentName: localText.nullable() });
export type FieldParticipant = z.infer<typeof fieldParticipant>;
/** Without an id somebody is new; what is left out of somebody known stays. */
const enteredParticipant = participant.partial().required({ label: true });

const sessionFields = z.object({
  startsAt: instant,
  minutes: z.number().int().min(5).max(1440),
  place: z.string().trim().max(200),
  /** null: that of the study */
  serviceId: id.nullable(),
  siteId: id.nullable(),
  teamId: id.nullable(),
  conductorId: id.nullable(),
  /** once a sheet was submitted, nobody can be added: they might know it */
  raterIds: z.array(id).max(5),
});

export const fieldSessionRow = sessionFields.omit({ raterIds: true }).extend({
  id,
  studyId: id,
  studyCode: z.string(),
  studyName: localText,
  kind: fieldKind,
  /** within the study, from 1 */
  number: count,
  state: fieldSessionState,
  serviceName: localText.nullable(),
  siteName: localText.nullable(),
  teamName: localText.nullable(),
  conductor: z.string().nullable(),
  raters: z.array(person),
  participants: count,
  /** sheets that are submitted, of so many raters */
  submitted: count,
  /** what the caller owes this session: a sheet to write, or nothing */
  mine: z.enum(['none', 'to-rate', 'rated']),
  quotes: count,
  updatedAt: instant,
});
export type FieldSessionRow = z.infer<typeof fieldSessionRow>;

/** Another session of one of its people at the same time. */
const clash = z.object({ sessionId: id, studyName: localText, number: count, startsAt: instant, minutes: count, person: z.string() });

export const fieldSession = fieldSessionRow.extend({
  participantList: z.array(fieldParticipant),
  masked: z.boolean(),
  /** why it was cancelled, or went back to be planned */
  reason: z.string(),
  heldAt: instant.nullable(),
  clashes: z.array(clash),
  /** published guide by which it is rated; null: nobody has begun, the newest will be */
  guideNumber: count.nullable(),
  /** its raters are decided, because a sheet was submitted */
  ratersFixed: z.boolean(),
  /** may the caller write notes and say that it was held */
  mayConduct: z.boolean(),
  /** earlier times, newest first */
  moved: z.array(z.object({ from: instant, to: instant, at: instant, by: z.string().nullable() })),
  version,
});
export type FieldSession = z.infer<typeof fieldSession>;

export const fieldSessionFilter = z.object({
  studyId: id.optional(),
  state: fieldSessionState.optional(),
  /** `me`: sessions that the caller conducts or rates */
  person: z.union([id, z.literal('me')]).optional(),
  /** `true`: only those that wait for the caller's sheet */
  toRate: z.enum(['true', 'false']).optional(),
  siteId: id.optional(),
  teamId: id.optional(),
  /** days of the organisation's zone, both included */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});
export type FieldSessionFilter = z.infer<typeof fieldSessionFilter>;
export const listFieldSessions = endpoint('GET /api/v1/field-sessions', {
  summary: 'Sessions of one study or of all, by when they begin',
  access: 'fieldwork.read',
  query: pageQuery.extend({ ...fieldSessionFilter.shape, order: z.enum(['soonest', 'latest']).default('soonest') }),
  response: z.object({ items: z.array(fieldSessionRow), next: z.string().nullable(), total: count }),
});
export const getFieldSession = endpoint('GET /api/v1/field-sessions/:id', {
  summary: 'A session with its participants, and what else its people have at that time',
  access: 'fieldwork.read',
  params: idParams,
  response: fieldSession,
});
export const createFieldSession = endpoint('POST /api/v1/field-studies/:id/sessions', {
  summary: 'Plan a session; that somebody is already elsewhere is said, not forbidden',
  access: 'fieldwork.write',
  params: idParams,
  body: sessionFields
    .partial()
    .required({ startsAt: true, minutes: true })
    .extend({ participants: z.array(enteredParticipant).max(60).default([]) }),
  response: fieldSession,
});
/** `participants` are all there are: who is left out goes. */
export const updateFieldSession = endpoint('PATCH /api/v1/field-sessions/:id', {
  summary: 'Change a session; a new time is noted beside the old one',
  access: 'fieldwork.write',
  params: idParams,
  body: sessionFields.partial().extend({ version, participants: z.array(enteredParticipant).max(60).optional() }),
  response: fieldSession,
});
/** Also by whoever conducts it. Back to `planned` and to `cancelled` need a reason. */
export const moveFieldSession = endpoint('POST /api/v1/field-sessions/:id/moves', {
  summary: 'Say that a session was held or is cancelled, or plan it again',
  access: 'fieldwork.read',
  params: idParams,
  body: z.object({ version, to: fieldSessionState, reason: z.string().trim().max(2000).default('') }),
  response: fieldSession,
});
/** Refused once it was held: it is cancelled or reopened instead. */
export const deleteFieldSession = endpoint('DELETE /api/v1/field-sessions/:id', {
  summary: 'Move a session to the trash',
  access: 'fieldwork.write',
  params: idParams,
  response: done,
});
/** text/calendar */
export const fieldSessionCalendar = endpoint('GET /api/v1/field-sessions/:id/session.ics', {
  summary: 'A session for a calendar',
  access: 'fieldwork.read',
  params: idParams,
  response: z.unknown(),
});
/** text/calendar; cancelled ones are in it as cancelled, so that calendars strike them out. */
export const myFieldCalendar = endpoint('GET /api/v1/field-sessions.ics', {
  summary: 'All sessions that the caller conducts or rates, for a calendar',
  access: 'fieldwork.read',
  response: z.unknown(),
});

const fieldNotes = z.object({
  text: z.string(),
  version,
  savedAt: instant.nullable(),
  savedBy: z.string().nullable(),
  mayWrite: z.boolean(),
});
export type FieldNotes = z.infer<typeof fieldNotes>;
export const getFieldNotes = endpoint('GET /api/v1/field-sessions/:id/notes', {
  summary: 'What was noted in a session',
  access: 'fieldwork.read',
  params: idParams,
  response: fieldNotes,
});
/** Also by whoever conducts it. Quotes are found again in the new text; `lost` counts those that were not. */
export const saveFieldNotes = endpoint('PUT /api/v1/field-sessions/:id/notes', {
  summary: 'Write what was said and seen in a session',
  access: 'fieldwork.read',
  params: idParams,
  body: z.object({ version, text: z.string().max(400_000) }),
  response: fieldNotes.extend({ lost: count }),
});
