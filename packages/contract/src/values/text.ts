import { z } from 'zod';

/** A name that people read, in both languages of the product. Both are required: half a name is a defect. */
export const localText = z.object({ zh: z.string().trim().min(1).max(400), en: z.string().trim().min(1).max(400) });
export type LocalText = z.infer<typeof localText>;

/** Longer text for people; may be left empty while it is being written. */
export const localProse = z.object({ zh: z.string().trim().max(4000), en: z.string().trim().max(4000) });
export type LocalProse = z.infer<typeof localProse>;

/** Stable machine name of a service, team, site …: lower case, digits and hyphens. */
export const code = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'code')
  .max(64);

/** Stable machine name of an indicator; underscores, so that it is a name inside a formula. */
export const indicatorCode = z
  .string()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'indicator_code')
  .max(64);

export const locale = z.enum(['zh', 'en']);
export type Locale = z.infer<typeof locale>;
