import { readFileSync, existsSync } from 'node:fs';
import { extname } from 'node:path';
import { sendObservations } from '@zhiheng/contract/measurement/observations';
import { type Command, Option } from 'commander';
import { answer, table, type Cli } from '../cli.ts';
import { pathHere } from '../house.ts';
import { exitCodes, Refusal } from '../refusal.ts';

const types = { json: 'application/json', ndjson: 'application/x-ndjson', csv: 'text/csv' } as const;
type Format = keyof typeof types;

interface SendOptions {
  readonly source: string;
  readonly format?: Format;
  readonly batchKey?: string;
}

export function addObservations(program: Command, cli: Cli): void {
  const { commands, options, say } = cli.words;
  program
    .command('observations')
    .description(commands.observations)
    .command('send')
    .description(commands.observationsSend)
    .argument('<file>')
    .option('--source <code>', options.source, 'api')
    .addOption(new Option('--format <format>', options.format).choices(Object.keys(types)))
    .option('--batch-key <name>', options.batchKey)
    .action((file: string, own: SendOptions, command: Command) => {
      const body = readText(file, cli);
      const type = types[own.format ?? formatOf(file, cli)];
      const headers = { 'content-type': type, ...(own.batchKey === undefined ? {} : { 'idempotency-key': own.batchKey }) };
      return answer(cli, command, {
        ask: (call) => call(sendObservations, { query: { source: own.source }, body }, { headers }),
        tell({ received, stored, corrected, unchanged, quarantined }) {
          const counts = [received, stored, corrected, unchanged, quarantined];
          cli.say(table(say.batchCounts.map((name, index) => [name, String(counts[index])])));
        },
      });
    });
}

function readText(file: string, { words: { say } }: Cli): string {
  if (file === '-') return readFileSync(0, 'utf8');
  const path = pathHere(file);
  if (!existsSync(path)) throw new Refusal(say.noSuchFile(file), exitCodes.usage);
  return readFileSync(path, 'utf8');
}

function formatOf(file: string, { words: { say } }: Cli): Format {
  const ending = extname(file).slice(1).toLowerCase();
  const format = (Object.keys(types) as Format[]).find((known) => known === ending);
  if (format === undefined) throw new Refusal(say.unknownFormat(file), exitCodes.usage);
  return format;
}
