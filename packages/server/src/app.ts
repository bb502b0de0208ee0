import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Config } from './platform/config.ts';
import type { BiLogins } from './platform/database/bi-logins.ts';
import type { Db } from './platform/database/connect.ts';
import { answerProblems } from './platform/http/problems.ts';
import { serveDocumentation } from './platform/http/documentation.ts';
import { serveHealth } from './platform/http/health.ts';
import { serveWeb } from './platform/http/web.ts';
import { acceptRowFormats } from './platform/http/row-formats.ts';
import { refuseForeignOrigins } from './platform/http/foreign-origins.ts';
import type { Jobs } from './platform/jobs/jobs.ts';
import type { Notices } from './platform/database/notices.ts';
import type { Installation } from './platform/installation.ts';
import type { Sealer } from './platform/sealed/sealer.ts';
import { bindModules } from './modules.ts';
import { authenticator } from './modules/identity/index.ts';

/** Everything that the modules stand on. */
export interface Platform {
  readonly config: Config;
  readonly root: Db;
  readonly jobs: Jobs;
  readonly notices: Notices;
  readonly installation: Installation;
  readonly sealer: Sealer;
  readonly biLogins: BiLogins;
}

const contentSecurityPolicy = {
  directives: {
    defaultSrc: ["'self'"],
    // antd writes its styles into the page
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    upgradeInsecureRequests: null,
  },
};

/** Builds the HTTP application; the caller listens. */
export async function buildApp(platform: Platform): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: platform.config.logLevel },
    bodyLimit: 16 * 1024 * 1024,
    trustProxy: 'loopback',
    logController: new LogController({ disableRequestLogging: true }),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(helmet, { contentSecurityPolicy });
  await app.register(rateLimit, { max: platform.config.callsPerMinute, timeWindow: '1 minute' });
  const secure = platform.config.publicUrl?.startsWith('https:') === true ? true : 'auto';
  await app.register(cookie, { parseOptions: { secure } });
  await app.register(multipart, { limits: { fileSize: 25 * 1024 * 1024, files: 1 } });
  refuseForeignOrigins(app);
  acceptRowFormats(app);
  answerProblems(app);
  serveHealth(app, platform);
  await serveDocumentation(app);
  await serveWeb(app, platform.config.webFolder);
  bindModules({ app, root: platform.root, authenticator }, platform);
  return app;
}
