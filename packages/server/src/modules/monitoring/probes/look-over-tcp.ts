import { once } from 'node:events';
import { connect } from 'node:net';
import type { ProbeReason, ProbeTarget } from '@zhiheng/contract/monitoring/probes';
import { addressOf, type Reach } from '../../../platform/outbound/address-of.ts';

type TcpTarget = Extract<ProbeTarget, { kind: 'tcp' }>;

/** Whether somebody accepts a connection at the port. Nothing is sent. */
export async function lookOverTcp({ address }: TcpTarget, reach: Reach): Promise<{ readonly reason: ProbeReason }> {
  const { hostname, port } = new URL(`tcp://${address}`);
  const host = await addressOf(hostname.replace(/^\[|\]$/g, ''), reach);
  const socket = connect({ host, port: Number(port) });
  try {
    await once(socket, 'connect', { signal: reach.signal });
    return { reason: 'ok' };
  } finally {
    socket.destroy();
  }
}
