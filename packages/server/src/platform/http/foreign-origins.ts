import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.ts';

/** A page of another site cannot act with a visitor's cookie: browsers name the origin of every changing request. */
export function refuseForeignOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const origin = request.headers.origin;
    if (request.method === 'GET' || origin === undefined) return;
    if (hostOf(origin) !== request.headers.host) throw new AppError(403, 'foreign_origin');
  });
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
