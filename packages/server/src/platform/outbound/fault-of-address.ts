import { isIP, type BlockList } from 'node:net';
import { mayReach } from './address-guard.ts';

/** What is wrong with an address that could never be sent to. Names are examined when something goes there, since they may change. */
export function faultOfAddress(address: string, allowed: BlockList): 'address_inside_network' | 'address_with_password' | null {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const inside = host === 'localhost' || host.endsWith('.localhost') ? '127.0.0.1' : host;
  if (isIP(inside) !== 0 && !mayReach(inside, allowed)) return 'address_inside_network';
  return url.username === '' && url.password === '' ? null : 'address_with_password';
}
