import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant, pageOf, pageQuery } from '../values/page.ts';
import { code, indicatorCode, localText } from '../values/text.ts';

/** Code of a unit, or its name in either language. */
const unitName = z.string().trim().min(1).max(200);

/** One observation as a program sends it. `value` is in the indicator's unit; for a share it counts the yes among `n`. */
export const observationInput = z.object({
  indicator: indicatorCode,
  at: instant,
  value: z.number(),
  n: z.number().int().min(1).max(1_000_000_000).default(1),
  unit: z.string().max(24).optional(),
  service: unitName.optional(),
  team: unitName.optional(),
  site: unitName.optional(),
  segment: unitName.optional(),
  key: z.string().min(1).max(200).optional(),
});
export type ObservationInput = z.infer<typeof observationInput>;

export const batchReply = z.object({
  batchId: id,
  received: z.number().int(),
  stored: z.number().int(),
  corrected: z.number().int(),
  unchanged: z.number().int(),
  quarantined: z.number().int(),
});
export type BatchReply = z.infer<typeof batchReply>;

/**
 * Up to 10,000 rows a call, as JSON array, NDJSON (`application/x-ndjson`) or CSV (`text/csv`); rows are parsed one by one: a bad
 * one is quarantined with its reason and never stops the others. Rows with `key` replace what the same key said before.
 * Rows without `key` are identified by `Idempotency-Key` and their place, so that a re-sent batch is stored once.
 */
export const sendObservations = endpoint('POST /api/v1/observations', {
  summary: 'Send observations in bulk (JSON, NDJSON, CSV)',
  access: 'measurement.write',
  query: z.object({ source: code.default('api') }),
  body: z.unknown(),
  response: batchReply,
});

/** The slice of an organisation that a figure speaks of. All filters must hold. */
export const subjectFilter = z.object({ serviceId: id.optional(), teamId: id.optional(), siteId: id.optional(), segmentId: id.optional() });
export type SubjectFilter = z.infer<typeof subjectFilter>;

const subjectNames = z.object({
  service: localText.nullable(),
  team: localText.nullable(),
  site: localText.nullable(),
  segment: localText.nullable(),
});

export const observation = z.object({
  indicator: indicatorCode,
  at: instant,
  value: z.number(),
  n: z.number().int(),
  subject: subjectNames,
  source: code,
  key: z.string(),
  importId: id.nullable(),
  line: z.number().int().nullable(),
});
export type Observation = z.infer<typeof observation>;
export const listObservations = endpoint('GET /api/v1/observations', {
  summary: 'Observations behind a figure, newest first',
  access: 'measurement.read',
  query: pageQuery.extend(subjectFilter.shape).extend({ indicator: indicatorCode, from: instant.optional(), to: instant.optional() }),
  response: pageOf(observation),
});

export const listSubjects = endpoint('GET /api/v1/subjects', {
  summary: 'Subjects: service × team × site × segment',
  access: 'measurement.read',
  response: z.object({
    items: z.array(
      z.object({
        id,
        serviceId: id.nullable(),
        teamId: id.nullable(),
        siteId: id.nullable(),
        segmentId: id.nullable(),
        name: subjectNames,
      }),
    ),
  }),
});

/** So that figures can be asked for before the first one comes. */
export const ensureSubject = endpoint('POST /api/v1/subjects', {
  summary: 'The subject of a combination of service, team, site and segment, made when it is new',
  access: 'measurement.define',
  body: subjectFilter,
  response: z.object({ id }),
});

export const quarantineReason = z.enum([
  'unknown_indicator',
  'unknown_service',
  'unknown_team',
  'unknown_site',
  'unknown_segment',
  'missing_time',
  'impossible_time',
  'future_time',
  'missing_value',
  'not_a_number',
  'not_yes_no',
  'wrong_unit',
  'out_of_range',
  'negative_duration',
  'share_above_one',
  'not_whole',
  'formula_indicator',
  'malformed_row',
  'missing_key',
]);
export type QuarantineReason = z.infer<typeof quarantineReason>;

export const quarantined = z.object({
  id,
  at: instant,
  source: code,
  importId: id.nullable(),
  line: z.number().int().nullable(),
  indicator: z.string().nullable(),
  reason: quarantineReason,
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  raw: z.record(z.string(), z.unknown()),
  state: z.enum(['open', 'released', 'dismissed']),
});
export const listQuarantine = endpoint('GET /api/v1/quarantine', {
  summary: 'Rows that were set aside, with the reason',
  access: 'measurement.read',
  query: pageQuery.extend({ state: quarantined.shape.state.default('open'), reason: quarantineReason.optional(), importId: id.optional() }),
  response: pageOf(quarantined).extend({
    total: z.number().int(),
    reasons: z.array(z.object({ reason: quarantineReason, rows: z.number().int() })),
  }),
});
const choice = z.object({ ids: z.array(id).max(10_000).optional(), reason: quarantineReason.optional(), importId: id.optional() });
/** Tries the rows again, for example after the missing indicator was made. Without `ids`, all open rows that fit. */
export const retryQuarantine = endpoint('POST /api/v1/quarantine/retry', {
  summary: 'Try quarantined rows again',
  access: 'measurement.write',
  body: choice,
  response: z.object({ released: z.number().int(), still: z.number().int() }),
});
export const dismissQuarantine = endpoint('POST /api/v1/quarantine/dismiss', {
  summary: 'Dismiss quarantined rows for good; they stay on record',
  access: 'measurement.write',
  body: choice,
  response: z.object({ dismissed: z.number().int() }),
});
