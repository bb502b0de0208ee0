import type { ChannelKind } from '@zhiheng/contract/notifications/channel-kind';
import type { BlockList } from 'node:net';
import { invalidField } from '../../../platform/errors.ts';
import { faultOfAddress } from '../../../platform/outbound/fault-of-address.ts';

/** What the address of each robot must carry: without it the other side would refuse every message. */
const needed: Readonly<Record<ChannelKind, string | null>> = { wecom: 'key', dingtalk: 'access_token', feishu: null, webhook: null };

/** Refuses at once what could never be sent to. */
export function checkAddress(kind: ChannelKind, address: string, allowed: BlockList): void {
  const fault = faultOfAddress(address, allowed);
  if (fault !== null) throw invalidField('url', fault);
  const parameter = needed[kind];
  if (parameter !== null && (new URL(address).searchParams.get(parameter) ?? '') === '')
    throw invalidField('url', 'address_lacks', { what: parameter });
}

/** Where a sealed address or secret belongs. */
export const placeOf = (orgId: string, channelId: string, part: 'url' | 'secret'): string =>
  `${orgId}/notification-channel/${channelId}/${part}`;
