import type { ChannelKind } from '@zhiheng/contract/notifications/channel-kind';
import { isIP, type BlockList } from 'node:net';
import { invalidField } from '../../../platform/errors.ts';
import { mayReach } from '../../../platform/outbound/address-guard.ts';

/** What the address of each robot must carry: without it the other side would refuse every message. */
const needed: Readonly<Record<ChannelKind, string | null>> = { wecom: 'key', dingtalk: 'access_token', feishu: null, webhook: null };

/** Refuses at once what could never be sent to. Names are examined when a message goes, since they may change. */
export function checkAddress(kind: ChannelKind, address: string, allowed: BlockList): void {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const inside = host === 'localhost' || host.endsWith('.localhost') ? '127.0.0.1' : host;
  if (isIP(inside) !== 0 && !mayReach(inside, allowed)) throw invalidField('url', 'address_inside_network');
  if (url.username !== '' || url.password !== '') throw invalidField('url', 'address_with_password');
  const parameter = needed[kind];
  if (parameter !== null && (url.searchParams.get(parameter) ?? '') === '') throw invalidField('url', 'address_lacks', { what: parameter });
}

/** Where a sealed address or secret belongs. */
export const placeOf = (orgId: string, channelId: string, part: 'url' | 'secret'): string =>
  `${orgId}/notification-channel/${channelId}/${part}`;
