import { caseChannel, caseType } from '@zhiheng/contract/cases/case';
import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const newCaseSearch = z.object({
  channel: caseChannel.exclude(['api', 'import']).optional().catch(undefined),
  type: caseType.optional().catch(undefined),
  customer: id.optional().catch(undefined),
});
export type NewCaseSearch = z.infer<typeof newCaseSearch>;
