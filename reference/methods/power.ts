import {
  anovaSampleSize,
  arcsineSampleSize,
  correlationSampleSize,
  surveySampleSize,
  tTestPower,
  tTestSampleSize,
  twoProportionPower,
  twoProportionSampleSize,
} from '@zhiheng/stats/power';
import { z } from 'zod';
import type { MethodTable, Problem } from '../problem.ts';

const target = { key: z.string(), power: z.number(), alpha: z.number().default(0.05) };
const given = { key: z.string(), n: z.number(), alpha: z.number().default(0.05) };
const tDesign = { type: z.enum(['two_sample', 'paired']).default('two_sample'), d: z.number() };
const shares = { p1: z.number(), p2: z.number() };
const calculation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('t_n'), ...target, ...tDesign }),
  z.object({ kind: z.literal('t_power'), ...given, ...tDesign }),
  z.object({ kind: z.literal('two_prop_n'), ...target, ...shares }),
  z.object({ kind: z.literal('two_prop_power'), ...given, ...shares }),
  z.object({ kind: z.literal('two_prop_arcsine_n'), ...target, ...shares }),
  z.object({ kind: z.literal('anova_n'), ...target, k: z.number().int(), f: z.number() }),
  z.object({ kind: z.literal('correlation_n'), ...target, r: z.number() }),
  z.object({
    kind: z.literal('survey_n'),
    key: z.string(),
    p: z.number().default(0.5),
    margin: z.number(),
    confidence: z.number().default(0.95),
    population: z.number().optional(),
  }),
]);
type Calculation = z.infer<typeof calculation>;

function sizeOrPower(asked: Calculation): number {
  switch (asked.kind) {
    case 't_n':
      return tTestSampleSize({ ...asked, design: designOf(asked) }).exact;
    case 't_power':
      return tTestPower({ ...asked, design: designOf(asked) });
    case 'two_prop_n':
      return twoProportionSampleSize(asked).exact;
    case 'two_prop_power':
      return twoProportionPower(asked);
    case 'two_prop_arcsine_n':
      return arcsineSampleSize(asked).exact;
    case 'anova_n':
      return anovaSampleSize({ ...asked, groups: asked.k }).exact;
    case 'correlation_n':
      return correlationSampleSize(asked).exact;
    case 'survey_n': {
      const { p: share, margin, confidence, population } = asked;
      return surveySampleSize({ share, margin, confidence, ...(population !== undefined && { population }) }).n;
    }
    default:
      throw new RangeError(asked satisfies never);
  }
}

const designOf = ({ type }: { readonly type: 'two_sample' | 'paired' }) => (type === 'paired' ? 'paired' : 'two-sample');

function power(problem: Problem): unknown {
  const { calculations } = z.object({ calculations: z.array(calculation) }).parse(problem.params);
  return Object.fromEntries(calculations.map((asked) => [asked.key, sizeOrPower(asked)]));
}

export const powerMethods: MethodTable = { power };
