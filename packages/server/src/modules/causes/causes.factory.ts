import type { CauseNode } from '@zhiheng/contract/causes/cause-tree';
import { createAnalysis, type CauseAnalysis } from '@zhiheng/contract/causes/causes';
import type { CauseMethod } from '@zhiheng/contract/causes/cause-tree';
import { openFindingByHand } from '@zhiheng/contract/findings/findings';
import type { TestOrganisation } from '../../testing/sign-in.ts';

export const node = (id: string, parentId: string | null, rest: Partial<CauseNode> = {}): CauseNode => ({
  ...{ id, parentId, text: id, kind: null, gate: null, event: null, probability: null },
  ...rest,
});

/** An analysis of a finding that is made for it. */
export async function beginAnalysis(org: TestOrganisation, method: CauseMethod = 'five-whys'): Promise<CauseAnalysis> {
  const title = { zh: '等待过长', en: `Waits are long (${method})` };
  const finding = await org.call(openFindingByHand, { body: { title, severity: 'medium' } });
  return org.call(createAnalysis, { body: { findingId: finding.id, method } });
}
