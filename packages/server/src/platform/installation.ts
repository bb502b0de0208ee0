import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from './config.ts';
import { newSecret } from './identifier.ts';

const secrets = z.object({
  superuser: z.string(),
  owner: z.string(),
  app: z.string(),
  queue: z.string(),
  operatorKey: z.string(),
  sealing: z.string(),
});

/** Secrets of this installation, made once and kept readable for its own user only. */
export type Secrets = z.infer<typeof secrets>;

/** What the set-up accepts: the key of whoever can read the data folder, and the one-time token of the printed link. */
export interface Installation {
  readonly operatorKey: string;
  /** null once an organisation existed at start; single use */
  readonly setupToken: string | null;
}

export function readSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : null;
  // A folder of an earlier version has no secret for sealing yet.
  if (kept?.sealing !== undefined) return secrets.parse(kept);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = {
    superuser: newSecret(),
    owner: newSecret(),
    app: newSecret(),
    queue: newSecret(),
    operatorKey: newSecret(),
    sealing: newSecret(),
  };
  const all = secrets.parse({ ...made, ...kept });
  writeFileSync(file, JSON.stringify(all, null, 2), { mode: 0o600 });
  return all;
}

/** What stored passwords are sealed under: the secret of the environment, else that of the data folder. The others open what was sealed before. */
export const sealingSecrets = ({ secret }: Pick<Config, 'secret'>, { sealing }: Secrets): [string, ...string[]] =>
  secret.now === null
    ? [sealing, ...(secret.before === null ? [] : [secret.before])]
    : [secret.now, ...(secret.before === null ? [] : [secret.before]), sealing];
