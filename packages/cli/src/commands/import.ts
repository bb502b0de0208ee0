import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallEndpoint } from '@zhiheng/contract/call';
import {
  getImport,
  importProblems,
  previewFile,
  startImport,
  uploadFile,
  type ImportJob,
  type ImportMapping,
} from '@zhiheng/contract/measurement/imports';
import { type Command, Option } from 'commander';
import { answer, table, type Cli } from '../cli.ts';
import { pathHere } from '../house.ts';
import { problemWords } from '../problem-words.ts';
import { findMapping } from '../read-mapping.ts';
import { exitCodes, Refusal } from '../refusal.ts';

interface FileOptions {
  readonly encoding?: 'utf-8' | 'gb18030' | 'utf-16le';
  readonly delimiter?: ',' | ';' | '|' | '\t';
  readonly sheet?: string;
}
interface ImportOptions extends FileOptions {
  readonly mapping?: string;
  readonly guess?: boolean;
  readonly timeZone?: string;
  readonly dryRun?: boolean;
  readonly problems?: string;
}

export function addImport(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  program
    .command('import')
    .description(commands.import)
    .argument('<file>')
    .option('--mapping <code|file.json>', options.mapping)
    .option('--guess', options.guess)
    .option('--time-zone <zone>', options.fileZone)
    .option('--dry-run', options.dryRun)
    .option('--problems <file>', options.problemsFile)
    .addOption(new Option('--encoding <encoding>', options.encoding).choices(['utf-8', 'gb18030', 'utf-16le']))
    .addOption(new Option('--delimiter <character>', options.delimiter).argParser((text: string) => (text === 'tab' ? '\t' : text)))
    .option('--sheet <name>', options.sheet)
    .action(async (file: string, own: ImportOptions, command: Command) => {
      const path = pathHere(file);
      if (!existsSync(path)) throw new Refusal(cli.words.say.noSuchFile(file), exitCodes.usage);
      await answer(cli, command, { ask: (call) => importFile({ call, cli, own }, path), tell: (job) => tell(job, own, cli) });
    });
}

interface Work {
  readonly call: CallEndpoint;
  readonly cli: Cli;
  readonly own: ImportOptions;
}

async function importFile(work: Work, path: string): Promise<ImportJob> {
  const { call, cli, own } = work;
  const content = readFileSync(path);
  cli.note(cli.words.say.uploading(basename(path), (content.length / 1e6).toFixed(1)));
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(content)]), basename(path));
  const { id: fileId } = await call(uploadFile, { body: form });
  const chosen = await chooseMapping(work, fileId);
  const mapping = own.timeZone === undefined ? chosen.mapping : { ...chosen.mapping, timeZone: own.timeZone };
  const { mappingId } = chosen;
  const started = await call(startImport, { body: { fileId, mapping, mappingId, options: chosen.options, dryRun: own.dryRun ?? false } });
  const job = await watch(work, started);
  if (job.state === 'failed') throw new Refusal(cli.words.say.importFailed(failureWords(job, cli)));
  if (job.state === 'cancelled') throw new Refusal(cli.words.say.importCancelled);
  if (own.problems !== undefined) {
    const problems = await call(importProblems, { params: { id: job.id }, query: { locale: cli.language } });
    writeFileSync(pathHere(own.problems), problems);
  }
  return job;
}

interface Chosen {
  readonly mapping: ImportMapping;
  readonly mappingId: string | null;
  readonly options: FileOptions;
}

async function chooseMapping({ call, cli, own }: Work, fileId: string): Promise<Chosen> {
  const { encoding, delimiter, sheet } = own;
  const told = { ...(encoding && { encoding }), ...(delimiter && { delimiter }), ...(sheet && { sheet }) };
  if (own.mapping !== undefined) {
    const { mapping, saved } = await findMapping(call, own.mapping, cli);
    return { mapping, mappingId: saved?.id ?? null, options: { ...saved?.options, ...told } as FileOptions };
  }
  const { guess } = await call(previewFile, { params: { id: fileId }, body: told });
  if (guess === null) throw new Refusal(cli.words.say.nothingGuessed, exitCodes.usage);
  if (own.guess !== true) throw new Refusal(`${cli.words.say.mappingNeeded}\n${JSON.stringify(guess, null, 2)}`, exitCodes.usage);
  return { mapping: guess, mappingId: null, options: told };
}

/** Waits for the end; on a terminal one line keeps telling how far it is. */
async function watch({ call, cli }: Work, started: ImportJob): Promise<ImportJob> {
  let job = started;
  const onTerminal = process.stderr.isTTY === true;
  while (job.state === 'queued' || job.state === 'running') {
    await sleep(300);
    job = await call(getImport, { params: { id: job.id } });
    if (onTerminal) process.stderr.write(`\r${cli.words.say.progress(Math.floor(job.progress * 100), job.counts.rows)}  `);
  }
  if (onTerminal) process.stderr.write('\n');
  return job;
}

function failureWords({ failure }: ImportJob, { words }: Cli): string {
  const { code, params } = failure ?? { code: 'fault', params: {} };
  return problemWords({ type: '', title: '', status: 0, code, params, errors: [] }, words);
}

function tell(job: ImportJob, own: ImportOptions, cli: Cli): void {
  const { say } = cli.words;
  const { rows, records, stored, corrected, unchanged, quarantined, blank } = job.counts;
  const counts = [rows, records, stored, corrected, unchanged, quarantined, blank];
  cli.say(table(say.importCounts.map((name, index) => [name, String(counts[index])])));
  for (const { reason, rows: bad, firstLine } of job.problems) cli.say(say.setAside(reason, bad, firstLine));
  if (own.problems !== undefined) cli.note(say.problemsWritten(own.problems));
  if (job.dryRun) cli.note(say.rehearsed);
}
