import { z } from 'zod';
import { formText, key } from './text.ts';

const field = z.string().max(90);
const fields = z.array(field).min(1).max(80);
const dimension = z.strictObject({ key, name: formText, rows: z.array(key).min(1).max(60) });
const base = { key, name: formText };

/** What is made of the answers: per person where that has a meaning, over many always. */
export const measure = z.discriminatedUnion('kind', [
  /** mean of some scale fields; `least` answered are needed (all, when not said) */
  z.strictObject({ ...base, kind: z.literal('mean'), fields, least: z.number().int().min(1).optional() }),
  /** sum of points of some fields; choice options have points */
  z.strictObject({ ...base, kind: z.literal('sum'), fields, points: z.record(z.string(), z.number()).default({}) }),
  /** share of answers at or above `from`: CSAT */
  z.strictObject({ ...base, kind: z.literal('csat'), field, from: z.number().int() }),
  z.strictObject({ ...base, kind: z.literal('nps'), field }),
  z.strictObject({ ...base, kind: z.literal('ces'), field }),
  /** weighted index 0–100 of scale fields: Σ w (x − min)/(max − min); without weights all count the same */
  z.strictObject({ ...base, kind: z.literal('csi'), fields, weights: z.array(z.number().nonnegative()).max(80).optional() }),
  /** gaps of an expectation pair, by dimension; `points` names a points question with a row per dimension */
  z.strictObject({
    ...base,
    kind: z.literal('servqual'),
    question: key,
    dimensions: z.array(dimension).min(1).max(20),
    points: key.optional(),
  }),
  /** perceptions only: a matrix, by dimension */
  z.strictObject({ ...base, kind: z.literal('servperf'), question: key, dimensions: z.array(dimension).min(1).max(20) }),
  z.strictObject({ ...base, kind: z.literal('kano'), question: key }),
  /** importance–performance quadrants of an importance pair, or of a matrix with derived importance for `outcome` */
  z.strictObject({ ...base, kind: z.literal('ipa'), question: key, outcome: field.optional() }),
  /** latent variables, each with its fields, and the paths between them; `index` is the one that is reported */
  z.strictObject({
    ...base,
    kind: z.literal('ecsi'),
    blocks: z
      .array(z.strictObject({ key, name: formText, fields }))
      .min(2)
      .max(12),
    paths: z
      .array(z.strictObject({ from: key, to: key }))
      .min(1)
      .max(60),
    index: key,
  }),
  /** shares of five grades (优良中差很差) of a scale or single choice; options or numbers from best to worst */
  z.strictObject({
    ...base,
    kind: z.literal('grades'),
    field,
    order: z
      .array(z.union([z.string(), z.number()]))
      .min(2)
      .max(10),
  }),
  /** which of the fields matter for the outcome, and how much */
  z.strictObject({ ...base, kind: z.literal('drivers'), fields, outcome: field }),
  /** reliability and factor structure of fields that should measure one thing each */
  z.strictObject({
    ...base,
    kind: z.literal('structure'),
    scales: z
      .array(z.strictObject({ key, name: formText, fields }))
      .min(1)
      .max(20),
  }),
]);
export type Measure = z.infer<typeof measure>;
export type MeasureOf<K extends Measure['kind']> = Extract<Measure, { kind: K }>;
