import { lookup } from 'node:dns/promises';
import { isIP, type BlockList } from 'node:net';
import type { ProbeReason } from '@zhiheng/contract/monitoring/probes';
import { mayProbe } from './address-guard.ts';
import { firstOf } from '../first-of.ts';

/** How far a look may go. */
export interface Reach {
  readonly signal: AbortSignal;
  readonly allowed: BlockList;
}

/** A look that ends before there is an answer. */
export class LookError extends Error {
  constructor(readonly reason: ProbeReason) {
    super(reason);
  }
}

/**
 * The address of a host, looked up once: the connection goes to this very address, so that a name that changes its mind in between leads
 * nowhere else. Throws when any of its addresses may not be probed.
 */
export async function addressOf(host: string, { signal, allowed }: Reach): Promise<string> {
  const addresses = isIP(host) === 0 ? await resolve(host, signal) : [host];
  if (addresses.some((address) => !mayProbe(address, allowed))) throw new LookError('refused-address');
  return firstOf(addresses);
}

async function resolve(host: string, signal: AbortSignal): Promise<string[]> {
  const found = await Promise.race([lookup(host, { all: true }), untilAborted(signal)]);
  if (found.length === 0) throw new LookError('name-not-found');
  return found.map(({ address }) => address);
}

/** The resolver of the system cannot be called back: it is left behind. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new LookError('timeout')), { once: true });
  });
