import { z } from 'zod';

/** A number with the answers behind it and its 95 % interval, or the fact that there is none. */
export const figure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figure'), n: z.number().int(), value: z.number(), low: z.number().nullable(), high: z.number().nullable() }),
  z.object({ kind: z.literal('insufficient'), n: z.number().int(), needed: z.number().int() }),
  z.object({ kind: z.literal('undetermined'), n: z.number().int(), reason: z.string() }),
]);
export type Figure = z.infer<typeof figure>;

/** How a figure is read: a share of 1, points from −100 to 100, an index 0–100, a place on the scale, a difference on it, or a sum of points. */
export const figureUnit = z.enum(['share', 'points', 'index', 'scale', 'gap', 'sum']);
export type FigureUnit = z.infer<typeof figureUnit>;
