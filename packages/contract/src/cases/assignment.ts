import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id } from '../values/page.ts';
import { priority } from './case.ts';
import { ruleFinding, ruleTest } from './rule-test.ts';

/** To whom of the team a case goes. `in-turn`: one after the other. `least-open`: who has the fewest open cases. */
export const assignedPerson = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nobody') }),
  z.object({ kind: z.literal('account'), accountId: id }),
  z.object({ kind: z.literal('in-turn') }),
  z.object({ kind: z.literal('least-open') }),
]);

/** One rule. What a person has chosen stays: a rule gives team and assignee only where there is none, and raises a priority, never lowers it. */
export const assignmentRule = z.object({
  id,
  name: z.string().trim().min(1).max(120),
  active: z.boolean(),
  tests: z.array(ruleTest).max(10),
  teamId: id.nullable(),
  person: assignedPerson,
  /** at least this urgent */
  priority: priority.nullable(),
  tags: z.array(z.string().trim().min(1).max(40)).max(10),
  /** the rules below are tried as well */
  goOn: z.boolean(),
});
export type AssignmentRule = z.infer<typeof assignmentRule>;

const rules = z.array(assignmentRule).max(100);
const ruleSet = z.object({ version: z.number().int(), items: z.array(assignmentRule), findings: z.array(ruleFinding) });

export const listAssignmentRules = endpoint('GET /api/v1/assignment-rules', {
  summary: 'Rules that assign cases, in the order in which they are tried',
  access: 'cases.read',
  response: ruleSet,
});
export const setAssignmentRules = endpoint('PUT /api/v1/assignment-rules', {
  summary: 'Replace the rules that assign cases',
  access: 'cases.define',
  body: z.object({ version: z.number().int(), items: rules }),
  response: ruleSet,
});
/** Nothing is changed: what the rules would have said of the cases that were opened last. */
export const tryAssignmentRules = endpoint('POST /api/v1/assignment-trials', {
  summary: 'What rules would do with the latest cases',
  access: 'cases.define',
  body: z.object({ items: rules }),
  response: z.object({
    cases: z.number().int(),
    /** how many of them each rule would take, in the order of the rules */
    taken: z.array(z.number().int()),
    nobody: z.number().int(),
    findings: z.array(ruleFinding),
  }),
});
