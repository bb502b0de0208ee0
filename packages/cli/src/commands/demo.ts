import { deleteDemo, loadDemo } from '@zhiheng/contract/packs/packs';
import type { Command } from 'commander';
import { answer, type Cli } from '../cli.ts';

export function addDemo(program: Command, cli: Cli): void {
  const { commands, say } = cli.words;
  const group = program.command('demo').description(commands.demo);
  group
    .command('load')
    .description(commands.demoLoad)
    .argument('<pack>')
    .action((code: string, _own: unknown, command: Command) =>
      answer(cli, command, {
        ask: (call) => call(loadDemo, { params: { code } }),
        tell: ({ observations, problem }) => cli.say(say.demoLoaded(observations, problem[cli.language])),
      }),
    );
  group
    .command('delete')
    .description(commands.demoDelete)
    .action((_own: unknown, command: Command) =>
      answer(cli, command, { ask: (call) => call(deleteDemo), tell: ({ observations }) => cli.say(say.demoDeleted(observations)) }),
    );
}
