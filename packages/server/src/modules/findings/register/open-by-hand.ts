import type { Parsed } from '@zhiheng/contract/endpoint';
import type { openFindingByHand as endpoint, OpenedFinding } from '@zhiheng/contract/findings/findings';
import type { Call } from '../../../platform/operation.ts';
import { checkFinding } from './check-finding.ts';
import { openFinding } from './open-finding.ts';

export async function openByHand(call: Call, { body }: Pick<Parsed<typeof endpoint>, 'body'>): Promise<OpenedFinding> {
  const { serviceId = null, teamId = null, siteId = null, segmentId = null, ...rest } = body;
  await checkFinding(call, body);
  return openFinding(call, { ...rest, slice: { serviceId, teamId, siteId, segmentId } });
}
