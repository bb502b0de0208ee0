import { z } from 'zod';
import { sliceBy } from '../evaluation/scores.ts';
import { endpoint } from '../endpoint.ts';
import { instant } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { findingSeverity, findingSource } from './finding-kind.ts';

const least = z.number().int().min(1).max(1000);
const days = z.number().int().min(1).max(90);
const ofSignals = { severity: findingSeverity.default('medium') };

/** A source that opens findings by itself, and from what on. */
export const findingRule = z.discriminatedUnion('source', [
  z.object({
    source: z.literal('gap'),
    enabled: z.boolean(),
    /** the limit that is missed */
    level: z.enum(['target', 'warning', 'critical']),
    /** so many whole months running */
    months: z.number().int().min(1).max(12),
    /** beside the whole house, each service, team, site or segment on its own */
    by: z.array(sliceBy).max(4),
  }),
  z.object({ source: z.literal('breach'), enabled: z.boolean(), least, days }),
  z.object({ source: z.literal('hot-spot'), enabled: z.boolean(), ...ofSignals }),
  z.object({ source: z.literal('control-signal'), enabled: z.boolean(), ...ofSignals }),
  z.object({ source: z.literal('threshold'), enabled: z.boolean(), ...ofSignals }),
  z.object({ source: z.literal('forecast'), enabled: z.boolean(), ...ofSignals }),
  z.object({ source: z.literal('low-score'), enabled: z.boolean(), least, days }),
  z.object({ source: z.literal('budget-burn'), enabled: z.boolean(), severity: z.enum(['page', 'ticket']) }),
  z.object({ source: z.literal('campaign'), enabled: z.boolean() }),
]);
export type FindingRule = z.infer<typeof findingRule>;
export type RuleOf<Source extends FindingRule['source']> = Extract<FindingRule, { source: Source }>;

export const listFindingRules = endpoint('GET /api/v1/finding-rules', {
  summary: 'Which sources open findings by themselves, and from what on',
  access: 'findings.read',
  response: z.object({ items: z.array(findingRule), lookedAt: instant.nullable() }),
});
export const setFindingRules = endpoint('PUT /api/v1/finding-rules', {
  summary: 'Set the rules of the sources that are named; the others stay',
  access: 'findings.write',
  body: z.object({ items: z.array(findingRule).min(1).max(20) }),
  response: z.object({ items: z.array(findingRule), lookedAt: instant.nullable() }),
});

/** Nothing is stored. */
export const tryFindingRules = endpoint('POST /api/v1/finding-rules/trial', {
  summary: 'What rules would have opened over the last months',
  access: 'findings.read',
  body: z.object({ items: z.array(findingRule).min(1).max(20), months: z.number().int().min(1).max(12).default(3) }),
  response: z.object({
    from: instant,
    to: instant,
    sources: z.array(
      z.object({
        source: findingSource,
        /** findings, and how often they would have been seen */
        findings: z.number().int(),
        times: z.number().int(),
        /** the first ones */
        items: z.array(
          z.object({ title: localText, severity: findingSeverity, at: instant, times: z.number().int(), isKnown: z.boolean() }),
        ),
      }),
    ),
  }),
});
