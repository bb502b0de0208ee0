import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

const hours = z.number().int().min(1).max(2160);
const days = z.number().int().min(1).max(400);

/** Limits of the desk: settings of the house, no norm. Those of the loop hold for complaints and adverse events. */
export const caseLimits = z.object({
  /** the customer has an answer, in clock hours from the opening; a promise of an agreement goes before it */
  responseHours: hours,
  /** the customer has the result */
  resultHours: hours,
  /** the first contact after the solution, and the last day on which the house tries */
  followUpAfterDays: days,
  followUpUntilDays: days,
  /** who was not reached is tried again after so many days, so often; then once more when the time of the follow-up ends */
  retryAfterDays: z.number().int().min(1).max(60),
  attempts: z.number().int().min(1).max(20),
  /** a case outside the loop is closed so many days after its solution; null leaves that to people */
  closeAfterDays: days.nullable(),
});
export type CaseLimits = z.infer<typeof caseLimits>;

/** What holds where nobody has set anything: an answer in 24 hours, the result in 48, a follow-up of one to three months. */
export const usualLimits: CaseLimits = {
  responseHours: 24,
  resultHours: 48,
  followUpAfterDays: 30,
  followUpUntilDays: 90,
  retryAfterDays: 3,
  attempts: 3,
  closeAfterDays: null,
};

/** What does not fit together, by field: forms, API and packs are held to the same. */
export function flawsOfCaseLimits(limits: CaseLimits): [field: keyof CaseLimits, code: string][] {
  const result: [keyof CaseLimits, string] = ['resultHours', 'before_response'];
  const until: [keyof CaseLimits, string] = ['followUpUntilDays', 'before_first_follow_up'];
  return [
    ...(limits.resultHours < limits.responseHours ? [result] : []),
    ...(limits.followUpUntilDays < limits.followUpAfterDays ? [until] : []),
  ];
}

export const caseSettings = z.object({ settings: caseLimits, version: z.number().int() });
export type CaseSettings = z.infer<typeof caseSettings>;

export const getCaseSettings = endpoint('GET /api/v1/case-settings', {
  summary: 'Limits of the desk',
  access: 'cases.read',
  response: caseSettings,
});
export const setCaseSettings = endpoint('PUT /api/v1/case-settings', {
  summary: 'Set the limits of the desk; they hold for what comes from now on',
  access: 'cases.define',
  body: caseSettings,
  response: caseSettings,
});
