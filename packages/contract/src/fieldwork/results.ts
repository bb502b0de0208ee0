import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams } from '../values/page.ts';
import { localText } from '../values/text.ts';

const count = z.number().int();
const number = z.number().nullable();
const day = z.iso.date();

/** A mean over sessions; of each session the mean of its raters. */
export const fieldFigure = z.object({
  /** sessions */
  n: count,
  mean: number,
  /** 95 % by Student's t; null below two sessions */
  low: number,
  high: number,
  /** at least `needed` sessions */
  sufficient: z.boolean(),
  needed: count,
});
export type FieldFigure = z.infer<typeof fieldFigure>;

/** The same before, and whether the difference is more than chance (Welch); null: nothing to compare with. */
const compared = z.object({
  figure: fieldFigure,
  previous: z.object({ n: count, mean: z.number(), difference: z.number(), p: number }).nullable(),
});

const groupFigure = compared.extend({ id: id.nullable(), name: localText.nullable() });

export const fieldResults = z.object({
  funnel: z.object({
    wanted: count.nullable(),
    planned: count,
    held: count,
    cancelled: count,
    /** of held sessions */
    sheetsExpected: count,
    sheetsSubmitted: count,
  }),
  /** what it is compared with; null: nothing */
  previous: z
    .object({ kind: z.enum(['period', 'study']), from: day.nullable(), until: day.nullable(), name: localText.nullable() })
    .nullable(),
  /** 0 to 100; null: the guide has no score */
  score: compared.nullable(),
  measures: z.array(compared.extend({ key: z.string(), part: z.string().nullable(), name: localText, kind: z.string() })),
  /** scale items in the order of the guide */
  items: z.array(compared.extend({ key: z.string(), name: localText, min: z.number(), max: z.number() })),
  /** score by where; groups without a name have none set */
  sites: z.array(groupFigure),
  teams: z.array(groupFigure),
  services: z.array(groupFigure),
  /** score by month, `YYYY-MM` in the zone of the organisation */
  months: z.array(z.object({ month: z.string(), figure: fieldFigure })),
  /** held sessions left out, because the caller has still to rate them */
  hidden: count,
});
export type FieldResults = z.infer<typeof fieldResults>;

/** With `from` the period of the same length before it is compared; without, the study that this one was copied from. */
export const getFieldResults = endpoint('GET /api/v1/field-studies/:id/results', {
  summary: 'Scores of a study by measure, item, site, team and service, with n and interval',
  access: 'fieldwork.read',
  params: idParams,
  query: z.object({ from: day.optional(), until: day.optional(), siteId: id.optional(), teamId: id.optional(), serviceId: id.optional() }),
  response: fieldResults,
});
