import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/** The folder of Zhiheng. Sources and bundle lie equally deep in it. */
const root = environment('ZHIHENG_ROOT') ?? join(import.meta.dirname, '../../..');
const dataFolder = resolve(root, environment('ZHIHENG_DATA') ?? 'data');

/** A variable that is set and not empty. */
export function environment(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

/** `npm run zhiheng` changes into the folder of Zhiheng: paths are meant from where it was called. */
export function pathHere(path: string): string {
  const here = process.env['npm_lifecycle_event'] === 'zhiheng' ? environment('INIT_CWD') : undefined;
  return isAbsolute(path) ? path : resolve(here ?? process.cwd(), path);
}

/** Where the server is: told, in the environment, written down by the running server, or where it usually is. */
export function serverAddress(told: string | undefined): string {
  const port = environment('ZHIHENG_PORT') ?? '7020';
  const url =
    told ?? environment('ZHIHENG_URL') ?? readJson('server.json', z.object({ url: z.string() }))?.url ?? `http://127.0.0.1:${port}`;
  return url.replace(/\/+$/, '');
}

/** Key of whoever may read the data folder; null where there is none. */
export const operatorKey = (): string | null => readJson('secrets.json', z.object({ operatorKey: z.string() }))?.operatorKey ?? null;

function readJson<T>(name: string, schema: z.ZodType<T>): T | null {
  const file = join(dataFolder, name);
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

type ServerProgram = 'operate' | 'check-pack';

/** Runs a program of the server on this machine, beside the running server or without it. Resolves to its exit code. */
export function runServerProgram(program: ServerProgram, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [...programFile(program), ...args], { cwd: root, stdio: 'inherit', env: ownEnvironment() });
  return new Promise((done, failed) => child.on('error', failed).on('exit', (code) => done(code ?? 1)));
}

/** The same for a program that answers on standard output. Throws when it fails. */
export async function askServerProgram(program: ServerProgram, args: readonly string[]): Promise<string> {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [...programFile(program), ...args], { cwd: root, env: ownEnvironment() });
  return stdout;
}

const ownEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, ZHIHENG_ROOT: root });

/** The bundle runs the bundle, the sources run the sources. */
function programFile(program: ServerProgram): string[] {
  const bundle = join(root, 'packages/server/dist', `${program}.js`);
  const isBundled = !import.meta.filename.endsWith('.ts') && existsSync(bundle);
  return isBundled ? [bundle] : ['--import', import.meta.resolve('tsx'), join(root, 'packages/server/src', `${program}.ts`)];
}
