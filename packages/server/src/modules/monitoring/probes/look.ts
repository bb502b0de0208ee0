import type { BlockList } from 'node:net';
import type { ProbeReason, ProbeTarget } from '@zhiheng/contract/monitoring/probes';
import { ReachError } from '../../../platform/outbound/address-of.ts';
import { LookError } from './look-error.ts';
import { lookOverHttp } from './look-over-http.ts';
import { lookOverTcp } from './look-over-tcp.ts';

/** What one run found. */
export interface Finding {
  readonly up: boolean;
  readonly reason: ProbeReason;
  /** until the answer had been read as far as needed; null when there was none */
  readonly latencyMs: number | null;
  readonly status: number | null;
  readonly tlsExpiresAt: Date | null;
}

/** One look at a service; never throws for what the other side does. */
export async function look(target: ProbeTarget, timeoutMs: number, allowed: BlockList): Promise<Finding> {
  const signal = AbortSignal.timeout(timeoutMs);
  const began = performance.now();
  try {
    const seen = await (target.kind === 'http' ? lookOverHttp(target, { signal, allowed }) : lookOverTcp(target, { signal, allowed }));
    return { ...nothing, ...seen, up: seen.reason === 'ok', latencyMs: Math.round(performance.now() - began) };
  } catch (error) {
    return { ...nothing, reason: signal.aborted ? 'timeout' : reasonOf(error) };
  }
}

const nothing = { up: false, latencyMs: null, status: null, tlsExpiresAt: null } as const;

const certificateCodes = /^(CERT_|DEPTH_ZERO_|UNABLE_TO_|SELF_SIGNED_|ERR_TLS_|ERR_SSL_|HOSTNAME_MISMATCH|INVALID_|EPROTO$)/;

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

function reasonOf(error: unknown): ProbeReason {
  if (error instanceof LookError || error instanceof ReachError) return error.reason;
  const code = codeOf(error);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') return 'name-not-found';
  if (certificateCodes.test(code)) return 'certificate';
  return code.startsWith('HPE_') ? 'no-http' : 'not-connected';
}
