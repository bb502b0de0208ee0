import type { ProbeReason } from '@zhiheng/contract/monitoring/probes';

/** A look that ends before there is an answer. */
export class LookError extends Error {
  constructor(readonly reason: ProbeReason) {
    super(reason);
  }
}
