import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { pathHere, runServerProgram } from '../house.ts';
import { Refusal } from '../refusal.ts';

/** Work on the database of this machine. It is done by the server's own program: the command line holds no login. */
export function addOperation(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  program
    .command('backup')
    .description(commands.backup)
    .argument('[folder]')
    .action((folder: string | undefined) => operate('backup', folder === undefined ? [] : [pathHere(folder)]));
  program
    .command('restore')
    .description(commands.restore)
    .argument('<folder>')
    .option('--replace', options.replace)
    .action((folder: string, own: { replace?: boolean }) =>
      operate('restore', [pathHere(folder), ...(own.replace === true ? ['--replace'] : [])]),
    );
  const group = program.command('db').description(commands.db);
  group
    .command('doctor')
    .description(commands.dbDoctor)
    .action(() => operate('doctor'));
  group
    .command('migrate')
    .description(commands.dbMigrate)
    .action(() => operate('migrate'));
  group
    .command('rebuild')
    .description(commands.dbRebuild)
    .action(() => operate('rebuild'));
}

/** What went wrong, the program has said itself. */
async function operate(command: string, args: readonly string[] = []): Promise<void> {
  const exitCode = await runServerProgram('operate', [command, ...args]);
  if (exitCode !== 0) throw new Refusal('', exitCode);
}
