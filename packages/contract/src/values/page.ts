import { z } from 'zod';

/** Cursor pages: `cursor` is opaque, `limit` at most 200. */
export const pageQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export const id = z.uuid();
export const idParams = z.object({ id });
export const instant = z.iso.datetime({ offset: true });
