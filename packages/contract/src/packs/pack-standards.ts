import { z } from 'zod';
import { clauses } from '../standards/standards.ts';
import { code, localProse, localText } from '../values/text.ts';

/** One standard of `standards.yaml`, in force from the day it is loaded. `services` and `indicators` name codes of the same pack. */
export const packStandard = z.strictObject({
  code,
  name: localText,
  purpose: localProse,
  services: z.array(code).default([]),
  clauses,
});
export type PackStandard = z.infer<typeof packStandard>;
export const packStandards = z.strictObject({ standards: z.array(packStandard).max(100) });
