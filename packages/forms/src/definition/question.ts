import { z } from 'zod';
import { condition } from './condition.ts';
import { formText, key } from './text.ts';

/** One of the answers to choose from. `write`: whoever chooses it may say more, in the field `<question>.<option>`. */
const option = z.strictObject({ key, text: formText, write: z.boolean().optional(), when: condition.optional() });
export type Option = z.infer<typeof option>;

/** A statement or thing that is asked about together with others. */
const row = z.strictObject({ key, text: formText, when: condition.optional() });
export type Row = z.infer<typeof row>;

/** Whole numbers from `min` to `max`, with words for some of them. `na`: "not applicable" may be answered. */
export const scale = z.strictObject({
  min: z.number().int().min(0).max(1),
  max: z.number().int().min(2).max(100),
  labels: z.record(z.string().regex(/^\d{1,3}$/), formText).default({}),
  na: z.boolean().default(false),
  look: z.enum(['buttons', 'stars', 'faces', 'slider']).default('buttons'),
});
export type Scale = z.infer<typeof scale>;

const base = {
  key,
  text: formText,
  /** a line of help below the text */
  help: formText.optional(),
  required: z.boolean().default(false),
  /** shown only when this holds */
  when: condition.optional(),
};
const options = z.array(option).min(1).max(200);
const rows = z.array(row).min(1).max(60);
const shuffle = z.boolean().default(false);

const single = z.strictObject({ ...base, type: z.literal('single'), options, shuffle, look: z.enum(['list', 'dropdown']).default('list') });
const multiple = z.strictObject({
  ...base,
  type: z.literal('multiple'),
  options,
  shuffle,
  least: z.number().int().min(0).max(200).optional(),
  most: z.number().int().min(1).max(200).optional(),
  /** an option that excludes all others, such as "none of these" */
  alone: key.optional(),
});
const scaleQuestion = z.strictObject({ ...base, type: z.literal('scale'), scale });
/** Several statements on one scale. */
const matrix = z.strictObject({ ...base, type: z.literal('matrix'), rows, scale, shuffle });
/** Likelihood to recommend, 0 to 10; the words of the ends may be set. */
const nps = z.strictObject({ ...base, type: z.literal('nps'), low: formText.optional(), high: formText.optional() });
/** Customer effort, 1 to 7: "made it easy", higher is easier. */
const ces = z.strictObject({ ...base, type: z.literal('ces'), low: formText.optional(), high: formText.optional() });
/** All options put in order. */
const ranking = z.strictObject({ ...base, type: z.literal('ranking'), options: z.array(option).min(2).max(20), shuffle });
const text = z.strictObject({
  ...base,
  type: z.literal('text'),
  long: z.boolean().default(false),
  most: z.number().int().min(1).max(10_000).default(2_000),
  kind: z.enum(['words', 'email', 'phone', 'url']).default('words'),
});
const number = z.strictObject({
  ...base,
  type: z.literal('number'),
  min: z.number().optional(),
  max: z.number().optional(),
  decimals: z.number().int().min(0).max(6).default(0),
  unit: formText.optional(),
});
const date = z.strictObject({ ...base, type: z.literal('date'), from: z.iso.date().optional(), until: z.iso.date().optional() });
const file = z.strictObject({
  ...base,
  type: z.literal('file'),
  most: z.number().int().min(1).max(5).default(1),
  kinds: z
    .array(z.enum(['image', 'pdf', 'text', 'audio']))
    .min(1)
    .default(['image', 'pdf']),
});
/** For each feature: how would you feel with it, how without it, each on Kano's five answers. */
const kano = z.strictObject({ ...base, type: z.literal('kano'), rows });
/**
 * Two numbers for each statement: what should be and what is (`expectation`), or how important it is and how satisfied one is
 * (`importance`). `apart`: first all of the one, then all of the other, as the original SERVQUAL asks.
 */
const pair = z.strictObject({
  ...base,
  type: z.literal('pair'),
  ask: z.enum(['expectation', 'importance']),
  rows,
  scale,
  apart: z.boolean().default(false),
  first: formText.optional(),
  second: formText.optional(),
});
/** Points given to rows, together exactly `total`. */
const points = z.strictObject({ ...base, type: z.literal('points'), rows, total: z.number().int().min(2).max(1_000).default(100) });
/** Words only; nothing is asked. */
const note = z.strictObject({ key, type: z.literal('note'), text: formText, when: condition.optional() });

/** What can be asked. */
export const question = z.discriminatedUnion('type', [
  single,
  multiple,
  scaleQuestion,
  matrix,
  nps,
  ces,
  ranking,
  text,
  number,
  date,
  file,
  kano,
  pair,
  points,
  note,
]);
export type Question = z.infer<typeof question>;
export type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;
