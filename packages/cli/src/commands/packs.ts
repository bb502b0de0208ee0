import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallEndpoint } from '@zhiheng/contract/call';
import type { Reply } from '@zhiheng/contract/endpoint';
import { packFiles } from '@zhiheng/contract/packs/pack-file';
import { exportPack, installPack, listPacks, uploadPack, type PackSummary } from '@zhiheng/contract/packs/packs';
import type { Command } from 'commander';
import { answer, table, type Cli } from '../cli.ts';
import { checkPack } from '../check-pack.ts';
import { pathHere } from '../house.ts';
import { exitCodes, Refusal } from '../refusal.ts';

export function addPacks(program: Command, cli: Cli): void {
  const { commands, say } = cli.words;
  const group = program.command('pack').description(commands.pack);
  const loaded = (counts: Reply<typeof installPack>): void => cli.say(say.packLoaded(counts));
  group
    .command('list')
    .description(commands.packList)
    .action((_own: unknown, command: Command) =>
      answer(cli, command, { ask: (call) => call(listPacks), tell: ({ items }) => cli.say(listed(items, cli)) }),
    );
  group
    .command('install')
    .description(commands.packInstall)
    .argument('<code>')
    .action((code: string, _own: unknown, command: Command) =>
      answer(cli, command, { ask: (call) => call(installPack, { params: { code } }), tell: loaded }),
    );
  group
    .command('load')
    .description(commands.packLoad)
    .argument('<folder>')
    .action((folder: string, _own: unknown, command: Command) => {
      const files = readFolder(folder, cli);
      return answer(cli, command, { ask: (call) => call(uploadPack, { body: { files } }), tell: loaded });
    });
  addExport(group, cli);
  group
    .command('check')
    .description(commands.packCheck)
    .argument('<folder>')
    .action((folder: string) => checkPack(folder, cli));
}

function addExport(group: Command, cli: Cli): void {
  const { commands, options, say } = cli.words;
  group
    .command('export')
    .description(commands.packExport)
    .argument('<folder>')
    .option('--pack <code>', options.exported)
    .action((folder: string, own: { pack?: string }, command: Command) =>
      answer(cli, command, {
        async ask(call) {
          const code = own.pack ?? (await onlyLoaded(call, cli));
          const { files } = await call(exportPack, { params: { code } });
          writeFolder(folder, files, cli);
          return { folder: pathHere(folder), files: Object.keys(files) };
        },
        tell: ({ files }) => cli.say(say.packWritten(files.length, folder)),
      }),
    );
}

function listed(items: readonly PackSummary[], { language, words: { say } }: Cli): string {
  const rows = items.map((pack) => [
    pack.code,
    pack.name[language],
    String(pack.version),
    pack.installedVersion === null ? say.no : String(pack.installedVersion),
    String(pack.services),
    String(pack.indicators),
    pack.demoLoaded ? say.yes : say.no,
  ]);
  return table([say.packColumns, ...rows]);
}

async function onlyLoaded(call: CallEndpoint, { words: { say } }: Cli): Promise<string> {
  const loaded = (await call(listPacks)).items.filter((pack) => pack.installedVersion !== null).map((pack) => pack.code);
  const [only, another] = loaded;
  if (only === undefined) throw new Refusal(say.noPackLoaded);
  if (another !== undefined) throw new Refusal(say.whichPack(loaded), exitCodes.usage);
  return only;
}

function readFolder(folder: string, { words: { say } }: Cli): Record<string, string> {
  const path = pathHere(folder);
  if (!existsSync(path) || !statSync(path).isDirectory()) throw new Refusal(say.noSuchFolder(folder), exitCodes.usage);
  const names = readdirSync(path).filter((name) => !name.startsWith('.'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(path, name), 'utf8')]));
}

/** Files of an earlier export are overwritten; a folder of something else is left alone. */
function writeFolder(folder: string, files: Readonly<Record<string, string>>, { words: { say } }: Cli): void {
  const path = pathHere(folder);
  mkdirSync(path, { recursive: true });
  if (readdirSync(path).some((name) => !Object.hasOwn(packFiles, name))) throw new Refusal(say.folderNotEmpty(folder), exitCodes.usage);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
}
