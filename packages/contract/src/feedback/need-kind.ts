import { z } from 'zod';

/** A need is expected, a pain hurts today, a wish would delight. */
export const needKind = z.enum(['need', 'pain', 'wish']);

export const needState = z.enum(['noted', 'handed-over', 'in-work', 'done', 'declined']);
export type NeedState = z.infer<typeof needState>;
