import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const note = z.object({ url: z.string(), pid: z.number().int() });

/** Where the command line and a second server find the one that runs: `server.json` beside the data. */
const fileIn = (dataFolder: string): string => join(dataFolder, 'server.json');

export function announceServer(dataFolder: string, url: string): () => void {
  writeFileSync(fileIn(dataFolder), JSON.stringify({ url, pid: process.pid }));
  return () => rmSync(fileIn(dataFolder), { force: true });
}

/** The server on this data folder, if its process lives; a killed one leaves its note behind. */
export function runningServer(dataFolder: string): z.infer<typeof note> | null {
  if (!existsSync(fileIn(dataFolder))) return null;
  const found = note.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')));
  return found.pid !== process.pid && lives(found.pid) ? found : null;
}

/** Two servers on one folder would share one database and stop it under each other. Throws when another one answers. */
export async function refuseSecondServer(dataFolder: string): Promise<void> {
  const other = runningServer(dataFolder);
  // The number may belong to another program by now, so the server itself is asked.
  if (other !== null && (await answers(other.url)))
    throw new Error(
      `another server (process ${other.pid}) runs on ${dataFolder} at ${other.url}: stop it, or choose another folder by ZHIHENG_DATA`,
    );
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
