import { existsSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { problem } from '@zhiheng/contract/values/problem';
import type { Cli } from './cli.ts';
import { askServerProgram, pathHere } from './house.ts';
import { mistakeWords } from './problem-words.ts';
import { exitCodes, Refusal } from './refusal.ts';

const mistakes = problem.shape.errors;

/** Names every mistake in a pack folder by file, line and column. The server's own reader does it, without a database. */
export async function checkPack(folder: string, { words, say }: Cli): Promise<void> {
  const path = pathHere(folder);
  if (!existsSync(path) || !statSync(path).isDirectory()) throw new Refusal(words.say.noSuchFolder(folder), exitCodes.usage);
  const found: z.infer<typeof mistakes> = mistakes.parse(JSON.parse(await askServerProgram('check-pack', [path])));
  for (const mistake of found) say(mistakeWords(mistake, words));
  if (found.length > 0) throw new Refusal('');
  say(words.say.packSound(folder));
}
