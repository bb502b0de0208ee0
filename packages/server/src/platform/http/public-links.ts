import type { FastifyRequest } from 'fastify';
import type { Sealer } from '../sealed/sealer.ts';

/** What makes an address out of a token. */
export interface Links {
  readonly sealer: Sealer;
  readonly publicUrl: string | null;
}

/** The configured address, or else the one under which the caller reaches us. */
export const baseOf = ({ publicUrl }: Pick<Links, 'publicUrl'>, request: FastifyRequest): string =>
  publicUrl?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`;
