import type { FastifyInstance } from 'fastify';

/** Bulk rows may come as NDJSON or CSV; they stay text here, the operation reads them row by row. */
export function acceptRowFormats(app: FastifyInstance): void {
  app.addContentTypeParser(['application/x-ndjson', 'text/csv'], { parseAs: 'string' }, (_request, body, done) => done(null, body));
}
