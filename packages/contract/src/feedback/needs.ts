import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageQuery } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { needKind, needState } from './need-kind.ts';

export const needPriority = z.enum(['must', 'should', 'could', 'not-now']);
const grade = z.number().int().min(1).max(5);

const source = z.object({
  feedbackId: id.nullable().default(null),
  words: z.string().trim().max(400).default(''),
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(400)]).default(''),
});
const needFields = z.object({
  kind: needKind,
  name: z.string().trim().min(1).max(200),
  detail: z.string().trim().max(4000),
  serviceId: id.nullable(),
  segmentId: id.nullable(),
  importance: grade,
  priority: needPriority,
  /** how well it is served today, and how well it is to be; null: not judged */
  ownScore: grade.nullable(),
  targetScore: grade.nullable(),
  /** how much serving it sells: 1, 1.2 or 1.5 */
  salesPoint: z.union([z.literal(1), z.literal(1.2), z.literal(1.5)]),
  sources: z.array(source).max(50),
});
export const customerNeed = needFields.extend({
  id,
  serviceName: localText.nullable(),
  segmentName: localText.nullable(),
  state: needState,
  handedTo: z.string(),
  handedAt: instant.nullable(),
  stateNote: z.string(),
  /** what somebody said there, for sources from the inbox */
  sources: z.array(source.extend({ excerpt: z.string() })),
  version: z.number().int(),
  updatedAt: instant,
});
export type CustomerNeed = z.infer<typeof customerNeed>;

export const needFilter = z.object({
  q: z.string().max(200).optional(),
  kind: needKind.optional(),
  state: needState.optional(),
  segmentId: z.union([id, z.literal('none')]).optional(),
  serviceId: id.optional(),
});
export const listNeeds = endpoint('GET /api/v1/customer-needs', {
  summary: 'What customers need, the most pressing first',
  access: 'feedback.read',
  query: pageQuery.extend(needFilter.shape),
  response: z.object({ items: z.array(customerNeed), next: z.string().nullable(), total: z.number().int() }),
});
export const createNeed = endpoint('POST /api/v1/customer-needs', {
  summary: 'Note a need',
  access: 'feedback.write',
  body: needFields.partial().required({ kind: true, name: true, importance: true }),
  response: customerNeed,
});
export const updateNeed = endpoint('PATCH /api/v1/customer-needs/:id', {
  summary: 'Change a need, or say how far it has come. Handed over needs a receiver, declined a reason',
  access: 'feedback.write',
  params: idParams,
  body: needFields.partial().extend({
    version: z.number().int(),
    state: needState.optional(),
    handedTo: z.string().trim().max(200).optional(),
    stateNote: z.string().trim().max(2000).optional(),
  }),
  response: customerNeed,
});
export const deleteNeed = endpoint('DELETE /api/v1/customer-needs/:id', {
  summary: 'Move a need to the trash',
  access: 'feedback.write',
  params: idParams,
  response: done,
});
export const restoreNeed = endpoint('DELETE /api/v1/customer-needs/:id/deletion', {
  summary: 'Bring a need back',
  access: 'feedback.write',
  params: idParams,
  response: done,
});

export const featureDirection = z.enum(['higher', 'lower', 'hit']);
const feature = z.object({
  id,
  name: z.string().trim().min(1).max(120),
  unit: z.string().trim().max(40),
  target: z.string().trim().max(80),
  direction: featureDirection,
});
const competitor = z.object({ id, name: z.string().trim().min(1).max(120) });
const share = z.number();

/** Needs against features: 9 strong, 3 medium, 1 weak. */
export const houseOfQuality = z.object({
  needs: z.array(
    customerNeed
      .pick({ id: true, name: true, kind: true, importance: true, ownScore: true, targetScore: true, salesPoint: true })
      .extend({ improvement: z.number(), weight: z.number(), relativeWeight: share }),
  ),
  features: z.array(feature.extend({ importance: z.number(), relativeImportance: share, rank: z.number().int() })),
  relations: z.array(z.object({ needId: id, featureId: id, strength: z.union([z.literal(1), z.literal(3), z.literal(9)]) })),
  competitors: z.array(competitor.extend({ scores: z.array(z.object({ needId: id, score: grade })), mean: z.number().nullable() })),
  /** mean of one's own scores by weight, beside those of the competitors */
  ownMean: z.number().nullable(),
  /** needs that no feature serves, and features that serve no need */
  unserved: z.array(id),
  idle: z.array(id),
});
export type HouseOfQuality = z.infer<typeof houseOfQuality>;
export const readHouse = endpoint('GET /api/v1/house-of-quality', {
  summary: 'House of quality: what each feature is worth to customers, of one service and segment or of all',
  access: 'feedback.read',
  query: z.object({ serviceId: id.optional(), segmentId: id.optional() }),
  response: houseOfQuality,
});
/** Columns that are left out go to the trash with their relations. */
export const setHouseColumns = endpoint('PUT /api/v1/house-of-quality/columns', {
  summary: 'Set features and competitors in their order; without an id they are new',
  access: 'feedback.write',
  body: z.object({
    features: z.array(feature.partial({ id: true, unit: true, target: true, direction: true })).max(40),
    competitors: z.array(competitor.partial({ id: true })).max(8),
  }),
  response: houseOfQuality,
});
/** 0 takes a relation or a score away. */
export const setHouseCells = endpoint('PUT /api/v1/house-of-quality/cells', {
  summary: 'Set relations and scores of competitors',
  access: 'feedback.write',
  body: z.object({
    relations: z
      .array(z.object({ needId: id, featureId: id, strength: z.union([z.literal(0), z.literal(1), z.literal(3), z.literal(9)]) }))
      .max(500)
      .default([]),
    scores: z
      .array(z.object({ needId: id, competitorId: id, score: z.number().int().min(0).max(5) }))
      .max(500)
      .default([]),
  }),
  response: houseOfQuality,
});
