import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const caseImportSteps = ['file', 'mapping', 'dry-run'] as const;

/** Where somebody is in the wizard: the file is on the server, so the address is enough to come back. */
export const caseImportSearch = z.object({
  step: z.enum(caseImportSteps).optional().catch(undefined),
  file: id.optional().catch(undefined),
  dryRun: id.optional().catch(undefined),
});
export type CaseImportSearch = z.infer<typeof caseImportSearch>;
