import { ProblemError } from '@zhiheng/contract/call';
import { CommanderError } from 'commander';
import type { Cli } from './cli.ts';
import { serverAddress } from './house.ts';
import { chooseLanguage, wordsIn, type Words } from './language.ts';
import { problemWords } from './problem-words.ts';
import { buildProgram } from './program.ts';
import { exitCodes, Refusal } from './refusal.ts';

/** Runs one command line and returns its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const language = chooseLanguage(args, process.env);
  const words = wordsIn(language);
  const cli: Cli = {
    language,
    words,
    say: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
  };
  const program = buildProgram(cli);
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : [...args], { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return explain(error, cli, program.opts<{ url?: string }>().url);
  }
}

function explain(error: unknown, { words, note }: Cli, url: string | undefined): number {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) note(usageWords(error, words));
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
  if (error instanceof Refusal) {
    if (error.message !== '') note(error.message);
    return error.exitCode;
  }
  if (!(error instanceof ProblemError)) throw error;
  if (error.problem.code === 'unreachable') {
    note(words.say.unreachable(serverAddress(url)));
    return exitCodes.unreachable;
  }
  note(problemWords(error.problem, words));
  return exitCodes.refused;
}

/** Commander speaks English: its errors are worded again by their code and the name that they quote. */
function usageWords(error: CommanderError, words: Words): string {
  const name = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const worded: Readonly<Record<string, (name: string) => string>> = words.usage;
  return worded[error.code]?.(name) ?? error.message;
}
