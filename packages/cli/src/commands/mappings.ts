import { deleteMapping, listMappings, saveMapping } from '@zhiheng/contract/measurement/imports';
import type { Command } from 'commander';
import { answer, table, type Cli } from '../cli.ts';
import { readMapping, savedMapping } from '../read-mapping.ts';

export function addMappings(program: Command, cli: Cli): void {
  const { commands, say } = cli.words;
  const group = program.command('mapping').description(commands.mapping);
  group
    .command('list')
    .description(commands.mappingList)
    .action((_own: unknown, command: Command) =>
      answer(cli, command, {
        ask: (call) => call(listMappings),
        tell({ items }) {
          const rows = items.map((saved) => [saved.code, saved.name, saved.mapping.rows, saved.updatedAt.slice(0, 16)]);
          cli.say(items.length === 0 ? say.noMappings : table([say.mappingColumns, ...rows]));
        },
      }),
    );
  group
    .command('show')
    .description(commands.mappingShow)
    .argument('<code>')
    .action((code: string, _own: unknown, command: Command) =>
      answer(cli, command, {
        ask: async (call) => (await savedMapping(call, code, cli)).mapping,
        tell: (mapping) => cli.say(JSON.stringify(mapping, null, 2)),
      }),
    );
  addSave(group, cli);
  group
    .command('delete')
    .description(commands.mappingDelete)
    .argument('<code>')
    .action((code: string, _own: unknown, command: Command) =>
      answer(cli, command, { ask: (call) => call(deleteMapping, { params: { code } }), tell: () => cli.say(say.mappingDeleted(code)) }),
    );
}

type SaveArguments = [code: string, file: string, own: { name?: string }, command: Command];

function addSave(group: Command, cli: Cli): void {
  const { commands, options, say } = cli.words;
  group
    .command('save')
    .description(commands.mappingSave)
    .argument('<code>')
    .argument('<file>')
    .option('--name <name>', options.mappingName)
    .action((...[code, file, own, command]: SaveArguments) => {
      const mapping = readMapping(file, cli);
      return answer(cli, command, {
        ask: (call) => call(saveMapping, { params: { code }, body: { name: own.name ?? code, mapping } }),
        tell: () => cli.say(say.mappingSaved(code)),
      });
    });
}
