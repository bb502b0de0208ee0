import { lookup } from 'node:dns/promises';
import { isIP, type BlockList } from 'node:net';
import { mayReach } from './address-guard.ts';

/** How far a connection may go, and how long. */
export interface Reach {
  readonly signal: AbortSignal;
  readonly allowed: BlockList;
}

/** A connection that is not made. */
export class ReachError extends Error {
  constructor(readonly reason: 'refused-address' | 'name-not-found' | 'timeout') {
    super(reason);
  }
}

/**
 * The address of a host, looked up once: the connection goes to this very address, so that a name that changes its mind in between leads
 * nowhere else. Throws when any of its addresses may not be reached.
 */
export async function addressOf(host: string, { signal, allowed }: Reach): Promise<string> {
  const addresses = isIP(host) === 0 ? await resolve(host, signal) : [host];
  const [first] = addresses;
  if (first === undefined) throw new ReachError('name-not-found');
  if (addresses.some((address) => !mayReach(address, allowed))) throw new ReachError('refused-address');
  return first;
}

async function resolve(host: string, signal: AbortSignal): Promise<string[]> {
  const found = await Promise.race([lookup(host, { all: true }), untilAborted(signal)]);
  return found.map(({ address }) => address);
}

/** The resolver of the system cannot be called back: it is left behind. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new ReachError('timeout')), { once: true });
  });
