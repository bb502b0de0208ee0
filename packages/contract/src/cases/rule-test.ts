import { z } from 'zod';

/** `priority`, `categoryId`, `custom.floor`, `data.outcome` … */
const testedField = z
  .string()
  .regex(/^[a-z][A-Za-z]*(\.[A-Za-z0-9_-]+)*$/, 'field')
  .max(80);
const testedValue = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);

/**
 * What a rule asks of one field. A field may have several values at once: tags, or a category together with those above it. `is` holds when one
 * of the values is there, `is-not` when none is; `contains` looks for a piece of text, capitals or not; `at-least` and `at-most` compare numbers;
 * `changed` holds for the save that changed the field.
 */
export const ruleTest = z.discriminatedUnion('op', [
  z.object({ op: z.literal('is'), field: testedField, values: z.array(testedValue).min(1).max(50) }),
  z.object({ op: z.literal('is-not'), field: testedField, values: z.array(testedValue).min(1).max(50) }),
  z.object({ op: z.literal('contains'), field: testedField, values: z.array(z.string().trim().min(1).max(80)).min(1).max(50) }),
  z.object({ op: z.literal('at-least'), field: testedField, value: z.number() }),
  z.object({ op: z.literal('at-most'), field: testedField, value: z.number() }),
  z.object({ op: z.literal('changed'), field: testedField }),
]);
export type RuleTest = z.infer<typeof ruleTest>;

/** What a set of rules says and hardly means. `never-holds`: two of its tests exclude each other. `hidden`: an earlier rule takes all that this one would take. */
export const ruleFinding = z.object({ code: z.enum(['never-holds', 'hidden']), rule: z.number().int(), by: z.number().int().nullable() });
export type RuleFinding = z.infer<typeof ruleFinding>;
