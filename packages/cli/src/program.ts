import { Command, Option, type Help } from 'commander';
import { version } from '../package.json';
import type { Cli } from './cli.ts';
import { addApiKeys } from './commands/api-keys.ts';
import { addCampaigns } from './commands/campaigns.ts';
import { addDemo } from './commands/demo.ts';
import { addImport } from './commands/import.ts';
import { addMappings } from './commands/mappings.ts';
import { addObservations } from './commands/observations.ts';
import { addOpenApi } from './commands/open-api.ts';
import { addOperation } from './commands/operation.ts';
import { addPacks } from './commands/packs.ts';
import { addSetUp } from './commands/set-up.ts';

/** The whole command line in one language. */
export function buildProgram(cli: Cli): Command {
  const { options, help } = cli.words;
  const program = new Command('zhiheng')
    .description(help.title)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .version(version, '-V, --version', help.showVersion)
    .helpOption('-h, --help', help.showHelp)
    .helpCommand(false)
    .configureHelp(wholeHelp(cli))
    .addHelpText('after', `\n${help.after}`)
    .option('--url <address>', options.url)
    .option('--api-key <key>', options.apiKey)
    .option('--email <address>', options.email)
    .option('--password <password>', options.password)
    .option('--organisation <name>', options.organisation)
    .option('--json', options.json)
    .addOption(new Option('--lang <language>', options.lang).choices(['zh', 'en']));
  for (const add of [
    addSetUp,
    addApiKeys,
    addImport,
    addMappings,
    addObservations,
    addPacks,
    addDemo,
    addCampaigns,
    addOperation,
    addOpenApi,
  ])
    add(program, cli);
  return program;
}

/** Help of a group names every command below it in full, so that `zhiheng --help` shows everything there is. */
function wholeHelp({ words: { help } }: Cli): Partial<Help> {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Global Options:': help.globalOptions,
    'Commands:': help.commands,
  };
  return {
    helpWidth: 120,
    showGlobalOptions: true,
    styleTitle: (title) => titles[title] ?? title,
    visibleCommands: (command) => leavesOf(command),
    subcommandTerm: (command) => [pathOf(command), ...command.registeredArguments.map((argument) => argumentTerm(argument))].join(' '),
  };
}

const leavesOf = (command: Command): Command[] =>
  command.commands.flatMap((child) => (child.commands.length === 0 ? [child] : leavesOf(child)));

const argumentTerm = (argument: Command['registeredArguments'][number]): string =>
  argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;

/** Names from below the program down: `api-key create`. */
const pathOf = (command: Command): string => (command.parent?.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name());
