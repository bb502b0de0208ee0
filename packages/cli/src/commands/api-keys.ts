import { createApiKey, listApiKeys, revokeApiKey, type ApiKey } from '@zhiheng/contract/identity/accounts';
import type { Command } from 'commander';
import { answer, table, type Cli } from '../cli.ts';
import { Refusal } from '../refusal.ts';

export function addApiKeys(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  const group = program.command('api-key').description(commands.apiKey);
  /** The administrator may be named as at the set-up. */
  const add = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .option('--admin-email <address>', options.adminEmail)
      .option('--admin-password <password>', options.adminPassword);
  add('create', commands.apiKeyCreate)
    .requiredOption('--name <name>', options.keyName)
    .requiredOption('--role <role>', options.keyRole)
    .option('--expires <day>', options.keyExpires)
    .action((own: CreateOptions, command: Command) => create(cli, command, own));
  add('list', commands.apiKeyList).action((_own: unknown, command: Command) =>
    answer(cli, command, { ask: (call) => call(listApiKeys), tell: ({ items }) => cli.say(listed(items, cli)) }),
  );
  add('revoke', commands.apiKeyRevoke)
    .argument('<key>')
    .action((wanted: string, _own: unknown, command: Command) =>
      answer(cli, command, {
        async ask(call) {
          const key = findKey((await call(listApiKeys)).items, wanted, cli);
          await call(revokeApiKey, { params: { id: key.id } });
          return key;
        },
        tell: (key) => cli.say(cli.words.say.revoked(key.name)),
      }),
    );
}

interface CreateOptions {
  readonly name: string;
  readonly role: string;
  readonly expires?: string;
}

function create(cli: Cli, command: Command, { name, role, expires }: CreateOptions): Promise<void> {
  const expiresAt = expires === undefined ? null : `${expires}T23:59:59Z`;
  return answer(cli, command, {
    ask: (call) => call(createApiKey, { body: { name, role, expiresAt } }),
    tell({ key, apiKey }) {
      cli.note(cli.words.say.keyMade(apiKey.role));
      cli.say(key);
    },
  });
}

function listed(items: readonly ApiKey[], { words: { say } }: Cli): string {
  if (items.length === 0) return say.noKeys;
  const rows = items.map((key) => [
    key.name,
    `zh_${key.prefix}`,
    key.role,
    key.expiresAt?.slice(0, 10) ?? say.never,
    key.lastUsedAt?.slice(0, 16) ?? say.never,
  ]);
  return table([say.keyColumns, ...rows]);
}

function findKey(items: readonly ApiKey[], wanted: string, { words: { say } }: Cli): ApiKey {
  const [key, another] = items.filter(({ id, name, prefix }) => [id, name, prefix].includes(wanted) || wanted.startsWith(`zh_${prefix}`));
  if (key === undefined) throw new Refusal(say.noSuchKey(wanted));
  if (another !== undefined) throw new Refusal(say.severalKeys(wanted));
  return key;
}
