import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';
import type { Problem } from '@zhiheng/contract/values/problem';
import { AppError, appErrorOf, invalid } from '../errors.ts';

/** The one place where an error becomes an answer (RFC 9457). The text of a fault of ours never leaves the server. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = translate(error);
    if (known !== null) return send(reply, known);
    request.log.error({ err: error, url: request.url }, 'request failed');
    return send(reply, new AppError(500, 'fault'));
  });
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => send(reply, missing(request)));
}

const missing = (request: FastifyRequest) =>
  new AppError(404, 'not_found', { params: { kind: 'route', path: request.url.split('?')[0] ?? '' } });

function translate(error: FastifyError): AppError | null {
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(error.validation.map(fieldError));
  if (isResponseSerializationError(error)) return null;
  const known = appErrorOf(error);
  if (known !== null) return known;
  if (error.statusCode !== undefined && error.statusCode < 500) return new AppError(error.statusCode, codeOfStatus(error));
  return null;
}

const statusCodes: Record<number, string> = { 400: 'malformed', 413: 'too_large', 415: 'unsupported_media_type', 429: 'too_many_requests' };
const codeOfStatus = (error: FastifyError): string => statusCodes[error.statusCode ?? 400] ?? 'malformed';

interface ZodIssueParams {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: object;
}
/** Zod says what is wrong by `keyword`; custom checks carry their code as message. */
function fieldError(issue: ZodIssueParams) {
  const path = issue.instancePath.replace(/^\//, '').replaceAll('/', '.');
  const own = issue.message !== undefined && /^[a-z_]+$/.test(issue.message) ? issue.message : issue.keyword;
  const limits = Object.entries(issue.params).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return { path, code: own, params: Object.fromEntries(limits) as Record<string, string | number> };
}

function send(reply: FastifyReply, error: AppError): FastifyReply {
  const body: Problem = {
    type: `https://zhiheng.example/problems/${error.code}`,
    title: error.code.replaceAll('_', ' '),
    status: error.status,
    code: error.code,
    params: { ...error.detail.params },
    errors: (error.detail.errors ?? []).map((e) => ({ path: e.path, code: e.code, params: { ...e.params } })),
  };
  return reply.status(error.status).header('content-type', 'application/problem+json').serializer(JSON.stringify).send(body);
}
