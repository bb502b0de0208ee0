import type { BlockList } from 'node:net';
import type { Sealer } from '../../../platform/sealed/sealer.ts';

/** What webhooks need from the platform. */
export interface Reaching {
  readonly sealer: Sealer;
  readonly allowed: BlockList;
}

/** Where a sealed address or secret belongs. */
export const placeOf = (orgId: string, webhookId: string, part: 'url' | 'secret'): string => `${orgId}/webhook/${webhookId}/${part}`;
