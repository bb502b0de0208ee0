import { z } from 'zod';
import { calendarDefinition } from '../agreements/calendars.ts';
import { agreementDefinition, targetKind } from '../agreements/policy.ts';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { caseType, priority } from './case.ts';

/** Promises that were decided. `share` is null when none was. */
export const attainment = z.object({
  met: z.number().int(),
  breached: z.number().int(),
  n: z.number().int(),
  share: z.number().nullable(),
});
const compared = z.object({ before: attainment, after: attainment });

/** What the past would have looked like: `before` under what is in force today, `after` under the draft. Money in the unit of the contracts. */
export const simulationResult = z.object({
  targets: z.array(compared.extend({ target: targetKind })),
  months: z.array(compared.extend({ month: z.string(), target: targetKind })),
  credits: z.array(z.object({ contractId: id, number: z.string(), name: z.string(), before: z.number(), after: z.number() })),
  newlyBreached: z.number().int(),
  spared: z.number().int(),
  /** promises that only one side makes */
  added: z.number().int(),
  dropped: z.number().int(),
  /** open ones whose deadline would be another */
  movedDeadlines: z.number().int(),
});

export const simulation = z.object({
  id,
  agreementId: id,
  agreementName: localText,
  /** of which a draft was tried as well */
  calendar: z.object({ id, name: localText }).nullable(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  from: instant,
  to: instant,
  /** to be read; null until they are counted */
  cases: z.number().int().nullable(),
  casesRead: z.number().int(),
  result: simulationResult.nullable(),
  createdAt: instant,
  createdBy: z.string().nullable(),
  finishedAt: instant.nullable(),
});
export type Simulation = z.infer<typeof simulation>;

/** Without a definition the draft of the agreement is tried, or, where there is none, what is in force. A calendar with a draft of its own counts in the place of the published one. */
export const startSimulation = endpoint('POST /api/v1/simulations', {
  summary: 'Replay the past against a draft of an agreement, a calendar or both, as a job',
  access: 'agreements.define',
  body: z.object({
    agreementId: id,
    definition: agreementDefinition.optional(),
    calendar: z.object({ id, definition: calendarDefinition }).optional(),
    months: z.number().int().min(1).max(24).default(12),
  }),
  response: simulation,
});
export const listSimulations = endpoint('GET /api/v1/simulations', {
  summary: 'Simulations, newest first',
  access: 'agreements.read',
  query: pageQuery.extend({ agreementId: id.optional() }),
  response: pageOf(simulation),
});
export const getSimulation = endpoint('GET /api/v1/simulations/:id', {
  summary: 'One simulation with its progress or result, and the draft that was used',
  access: 'agreements.read',
  params: idParams,
  response: simulation.extend({ definition: agreementDefinition }),
});
export const cancelSimulation = endpoint('POST /api/v1/simulations/:id/cancel', {
  summary: 'Stop a simulation; what was counted is thrown away',
  access: 'agreements.define',
  params: idParams,
  response: simulation,
});

/** What became of a promise on one side; `none`: it was not made there. */
const outcome = z.object({ kind: z.enum(['met', 'breached', 'open', 'withdrawn', 'none']), at: instant.nullable() });

/** Cases that the caller may not see are left out. */
export const listSimulatedCases = endpoint('GET /api/v1/simulations/:id/cases', {
  summary: 'Which cases would have breached, or would have been spared',
  access: 'cases.read',
  params: idParams,
  query: pageQuery.extend({ change: z.enum(['newly-breached', 'spared']).default('newly-breached') }),
  response: pageOf(
    z.object({
      caseId: id,
      number: z.string(),
      subject: z.string(),
      type: caseType,
      priority,
      teamName: localText.nullable(),
      target: targetKind,
      cycle: z.number().int(),
      before: outcome,
      after: outcome,
    }),
  ),
});
