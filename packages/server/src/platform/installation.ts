import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { newSecret } from './identifier.ts';

const secrets = z.object({ superuser: z.string(), owner: z.string(), app: z.string(), queue: z.string(), operatorKey: z.string() });

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
  if (existsSync(file)) return secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = { superuser: newSecret(), owner: newSecret(), app: newSecret(), queue: newSecret(), operatorKey: newSecret() };
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}
