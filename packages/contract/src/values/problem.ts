import { z } from 'zod';

const detail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** RFC 9457 problem. `code` is stable; the web chooses the words for people by it, in both languages. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  params: detail.default({}),
  errors: z.array(z.object({ path: z.string(), code: z.string(), params: detail.default({}) })).default([]),
});
export type Problem = z.infer<typeof problem>;
