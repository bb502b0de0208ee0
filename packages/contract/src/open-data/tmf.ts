import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values/page.ts';

/** TM Forum APIs page by `offset` and `limit`; the headers `X-Total-Count` and `X-Result-Count` say how many there are. */
const page = z.object({
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const reference = z.object({ id: z.string(), name: z.string(), '@referredType': z.string() });

/** TMF657 Service Quality Management, ServiceLevelObjective. */
const serviceLevelObjective = z.object({
  id,
  href: z.string(),
  name: z.string(),
  /** share that is promised to be good, in per cent */
  conformanceTarget: z.string(),
  conformanceComparator: z.literal('>='),
  conformancePeriod: z.object({ amount: z.number(), units: z.string() }),
  validFor: z.object({ startDateTime: instant, endDateTime: instant.nullable() }),
  relatedEntity: z.array(reference),
  '@type': z.literal('ServiceLevelObjective'),
});
export const listTmfObjectives = endpoint('GET /api/v1/tmf657/serviceLevelObjective', {
  summary: 'Service level objectives in the shape of TMF657',
  access: 'objectives.read',
  query: page,
  response: z.array(serviceLevelObjective),
});

/** TMF657 with the SLA violation of TMF623: one promise of one agreement that one case broke. */
const serviceLevelViolation = z.object({
  id: z.string(),
  href: z.string(),
  date: instant,
  sla: reference,
  rule: z.object({ metric: z.string(), unit: z.literal('second'), referenceValue: z.string(), operator: z.literal('<=') }),
  violation: z.object({ measuredValue: z.string(), comment: z.string() }),
  relatedEntity: z.array(reference),
  '@type': z.literal('SlaViolation'),
});
export const listTmfViolations = endpoint('GET /api/v1/tmf657/slaViolation', {
  summary: 'Broken promises of agreements in the shape of TM Forum, the newest first',
  access: 'cases.read',
  query: page.extend({ 'date.gte': instant.optional(), 'date.lt': instant.optional() }),
  response: z.array(serviceLevelViolation),
});

/** TMF621 Trouble Ticket. */
export const ticketStatus = z.enum(['acknowledged', 'inProgress', 'pending', 'held', 'resolved', 'closed', 'cancelled']);
export type TicketStatus = z.infer<typeof ticketStatus>;
const troubleTicket = z.object({
  id,
  href: z.string(),
  externalId: z.string(),
  name: z.string(),
  ticketType: z.string(),
  priority: z.string(),
  severity: z.string().nullable(),
  status: ticketStatus,
  creationDate: instant,
  lastUpdate: instant,
  expectedResolutionDate: instant.nullable(),
  resolutionDate: instant.nullable(),
  channel: z.object({ name: z.string() }),
  relatedEntity: z.array(reference),
  '@type': z.literal('TroubleTicket'),
});
export type TroubleTicket = z.infer<typeof troubleTicket>;
export const listTmfTickets = endpoint('GET /api/v1/tmf621/troubleTicket', {
  summary: 'Cases in the shape of TMF621, the newest first',
  access: 'cases.read',
  query: page.extend({ status: ticketStatus.optional() }),
  response: z.array(troubleTicket),
});
export const getTmfTicket = endpoint('GET /api/v1/tmf621/troubleTicket/:id', {
  summary: 'One case in the shape of TMF621',
  access: 'cases.read',
  params: idParams,
  response: troubleTicket,
});
