import { z } from 'zod';

const field = z.string().max(90);
const value = z.union([z.string().max(200), z.number()]);

/**
 * A question to the answers so far. `field` names a field of an earlier question, or something given with the link. A field without an answer
 * answers only `answered`; every comparison with it is false.
 */
export type Condition =
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'answered'; readonly field: string }
  | { readonly op: 'eq' | 'ne'; readonly field: string; readonly value: string | number }
  | { readonly op: 'lt' | 'le' | 'gt' | 'ge'; readonly field: string; readonly value: number }
  | { readonly op: 'in'; readonly field: string; readonly values: readonly (string | number)[] }
  /** of a multiple choice: the option is among the chosen */
  | { readonly op: 'includes'; readonly field: string; readonly value: string };

const nested: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ op: z.enum(['all', 'any']), of: z.array(nested).min(1).max(20) }),
    z.strictObject({ op: z.literal('not'), of: nested }),
    z.strictObject({ op: z.literal('answered'), field }),
    z.strictObject({ op: z.enum(['eq', 'ne']), field, value }),
    z.strictObject({ op: z.enum(['lt', 'le', 'gt', 'ge']), field, value: z.number() }),
    z.strictObject({ op: z.literal('in'), field, values: z.array(value).min(1).max(100) }),
    z.strictObject({ op: z.literal('includes'), field, value: z.string().max(200) }),
  ]),
);

/** Deeper than anybody thinks; without a limit a hostile nesting would exhaust the stack of whoever reads it. */
const deepest = 8;

/** A condition as it is written down, `all`, `any` and `not` at most eight deep. */
export const condition: z.ZodType<Condition> = z
  .unknown()
  .refine((written) => depthOf(written) <= deepest, { message: `deeper than ${deepest}`, abort: true })
  .pipe(nested);

/** Counted level by level and only as far as it matters. */
function depthOf(written: unknown): number {
  let level: readonly unknown[] = [written];
  let depth = 0;
  while (level.length > 0 && depth <= deepest) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null && 'of' in each ? each.of : []));
    depth += 1;
  }
  return depth;
}
