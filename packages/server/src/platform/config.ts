import { resolve } from 'node:path';
import { z } from 'zod';

const environment = z.object({
  ZHIHENG_PORT: z.coerce.number().int().min(0).max(65_535).default(7020),
  ZHIHENG_HOST: z.string().default('127.0.0.1'),
  ZHIHENG_DATA: z.string().default('data'),
  ZHIHENG_PACKS: z.string().default('packs'),
  ZHIHENG_INSTRUMENTS: z.string().default('instruments'),
  ZHIHENG_WEB: z.string().default('packages/web/dist'),
  ZHIHENG_URL: z.url().optional(),
  ZHIHENG_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  ZHIHENG_SIGN_INS: z.coerce.number().int().min(1).default(10),
  ZHIHENG_CALLS: z.coerce.number().int().min(1).default(3000),
  ZHIHENG_RUNS: z.coerce.number().int().min(1).default(300),
  ZHIHENG_PROBE_NETWORKS: z.string().default(''),
  ZHIHENG_WEBHOOK_NETWORKS: z.string().default(''),
  ZHIHENG_SECRET: z.string().min(16).optional(),
  ZHIHENG_SECRET_BEFORE: z.string().min(16).optional(),
  DATABASE_URL: z.string().optional(),
});

export interface Config {
  /** 0 lets the system choose */
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly packsFolder: string;
  readonly instrumentsFolder: string;
  readonly webFolder: string;
  /** address that people use, when it differs from host and port */
  readonly publicUrl: string | null;
  readonly logLevel: string;
  /** attempts to sign in that one address may make with one e-mail address in a minute */
  readonly signInsPerMinute: number;
  /** calls that one address may make in a minute */
  readonly callsPerMinute: number;
  /** calls that one address may make in a minute to answer surveys: behind it may be a waiting room with one connection */
  readonly runsPerMinute: number;
  /** networks (CIDR) that probes may look into besides the public internet */
  readonly probeNetworks: readonly string[];
  /** networks (CIDR) that robots and webhooks may reach besides the public internet */
  readonly webhookNetworks: readonly string[];
  /** seals stored passwords instead of the secret in the data folder; `before` is the one that it replaces */
  readonly secret: { readonly now: string | null; readonly before: string | null };
  /** owner's login on a server of one's own; null: the embedded one */
  readonly databaseUrl: string | null;
}

/** Reads the environment once. Throws a ZodError that names the wrong variable. The table in README.md documents these. */
export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const parsed = environment.parse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  return {
    port: parsed.ZHIHENG_PORT,
    host: parsed.ZHIHENG_HOST,
    dataFolder: resolve(root, parsed.ZHIHENG_DATA),
    packsFolder: resolve(root, parsed.ZHIHENG_PACKS),
    instrumentsFolder: resolve(root, parsed.ZHIHENG_INSTRUMENTS),
    webFolder: resolve(root, parsed.ZHIHENG_WEB),
    publicUrl: parsed.ZHIHENG_URL ?? null,
    logLevel: parsed.ZHIHENG_LOG,
    signInsPerMinute: parsed.ZHIHENG_SIGN_INS,
    callsPerMinute: parsed.ZHIHENG_CALLS,
    runsPerMinute: parsed.ZHIHENG_RUNS,
    probeNetworks: listIn(parsed.ZHIHENG_PROBE_NETWORKS),
    webhookNetworks: listIn(parsed.ZHIHENG_WEBHOOK_NETWORKS),
    secret: { now: parsed.ZHIHENG_SECRET ?? null, before: parsed.ZHIHENG_SECRET_BEFORE ?? null },
    databaseUrl: parsed.DATABASE_URL ?? null,
  };
}

const listIn = (words: string): string[] => words.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
