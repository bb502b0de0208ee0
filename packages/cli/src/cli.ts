import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError, type CallEndpoint } from '@zhiheng/contract/call';
import type { Command } from 'commander';
import type { Language, Words } from './language.ts';
import { withSession, type CommonOptions } from './session.ts';

/** What commands work with besides their own options. */
export interface Cli {
  readonly language: Language;
  readonly words: Words;
  /** the result, on standard output */
  say(text: string): void;
  /** what only accompanies the result, on standard error */
  note(text: string): void;
}

/** Adds a command whose action is a promise; `--json` and the ways to sign in are read from the whole program. */
export function commonOptions(command: Command): CommonOptions {
  return command.optsWithGlobals<CommonOptions>();
}

/** A command's work with the server: prints the reply as JSON when asked, else as the command words it. */
export async function answer<T>(
  cli: Cli,
  command: Command,
  steps: { ask: (call: CallEndpoint) => Promise<T>; tell: (reply: T) => void },
): Promise<void> {
  const options = commonOptions(command);
  const reply = await withSession(options, cli.words, (call) => again(() => steps.ask(call)));
  if (options.json === true) cli.say(JSON.stringify(reply, null, 2));
  else steps.tell(reply);
}

const mostAttempts = 4;

/** Where two changes met the server undid ours whole, so that it can be asked for again. */
async function again<T>(ask: () => Promise<T>, attempt = 1): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const hasMet = error instanceof ProblemError && error.problem.code === 'try_again';
    if (!hasMet || attempt === mostAttempts) throw error;
  }
  await sleep(attempt * 500);
  return again(ask, attempt + 1);
}

/** Columns of equal width; a Chinese character is as wide as two Latin ones. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u1100-\u115f\u2e80-\uffe6]/.test(character) ? 2 : 1), 0);
