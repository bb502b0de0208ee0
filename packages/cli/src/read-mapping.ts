import { existsSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { CallEndpoint } from '@zhiheng/contract/call';
import type { Reply } from '@zhiheng/contract/endpoint';
import { importMapping, listMappings, type ImportMapping } from '@zhiheng/contract/measurement/imports';
import type { Cli } from './cli.ts';
import { pathHere } from './house.ts';
import { exitCodes, Refusal } from './refusal.ts';

/** A mapping from a JSON file. Refuses with every field that is wrong. */
export function readMapping(file: string, { words: { say } }: Cli): ImportMapping {
  const path = pathHere(file);
  if (!existsSync(path)) throw new Refusal(say.noSuchFile(file), exitCodes.usage);
  const parsed = importMapping.safeParse(parseJson(file, readFileSync(path, 'utf8'), say.notJson));
  if (!parsed.success) throw new Refusal(say.notAMapping(file, reasonsOf(parsed.error)), exitCodes.usage);
  return parsed.data;
}

function parseJson(file: string, text: string, notJson: (file: string, reason: string) => string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(notJson(file, error instanceof Error ? error.message : String(error)), exitCodes.usage);
  }
}

const reasonsOf = (error: z.ZodError): string =>
  error.issues.map((issue) => `  ${issue.path.map(String).join('.')}: ${issue.message}`).join('\n');

type SavedMapping = Reply<typeof listMappings>['items'][number];

export async function savedMapping(call: CallEndpoint, code: string, { words: { say } }: Cli): Promise<SavedMapping> {
  const { items } = await call(listMappings);
  const saved = items.find((one) => one.code === code);
  if (saved === undefined)
    throw new Refusal(
      say.noSuchMapping(
        code,
        items.map((one) => one.code),
      ),
      exitCodes.usage,
    );
  return saved;
}

/** A file when there is one of this name, else a saved mapping. */
export async function findMapping(
  call: CallEndpoint,
  wanted: string,
  cli: Cli,
): Promise<{ mapping: ImportMapping; saved: SavedMapping | null }> {
  if (existsSync(pathHere(wanted))) return { mapping: readMapping(wanted, cli), saved: null };
  const saved = await savedMapping(call, wanted, cli);
  return { mapping: saved.mapping, saved };
}
