import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const wizardSteps = ['upload', 'preview', 'mapping', 'dry-run'] as const;

/** Where somebody is in the wizard: the file is on the server, so the address is enough to come back. */
export const wizardSearch = z.object({
  step: z.enum(wizardSteps).optional().catch(undefined),
  file: id.optional().catch(undefined),
  dryRun: id.optional().catch(undefined),
});
export type WizardSearch = z.infer<typeof wizardSearch>;
