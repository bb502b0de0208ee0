import { setUp } from '@zhiheng/contract/packs/packs';
import { type Command, Option } from 'commander';
import { commonOptions, type Cli } from '../cli.ts';
import { operatorKey, serverAddress } from '../house.ts';
import { exitCodes, Refusal } from '../refusal.ts';
import { openCall } from '../session.ts';

interface SetUpOptions {
  readonly org: string;
  readonly adminEmail: string;
  readonly adminPassword: string;
  readonly adminName?: string;
  readonly pack?: string;
  readonly demo?: boolean;
  readonly timeZone: string;
  readonly locale: 'zh' | 'en';
  readonly setupToken?: string;
}

export function addSetUp(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  program
    .command('setup')
    .description(commands.setup)
    .requiredOption('--org <name>', options.org)
    .requiredOption('--admin-email <address>', options.adminEmail)
    .requiredOption('--admin-password <password>', options.adminPassword)
    .option('--admin-name <name>', options.adminName)
    .option('--pack <code>', options.packCode)
    .option('--demo', options.withDemo)
    .option('--time-zone <zone>', options.organisationZone, zoneOfThisMachine())
    .addOption(new Option('--locale <language>', options.locale).choices(['zh', 'en']).default(cli.language))
    .option('--setup-token <token>', options.setupToken)
    .action(async (own: SetUpOptions, command: Command) => {
      const common = commonOptions(command);
      const { organisationId } = await openCall(common)(setUp, { body: bodyOf(own, cli) });
      if (common.json === true) cli.say(JSON.stringify({ organisationId }));
      else cli.say(cli.words.say.setUp(own.org, serverAddress(common.url)));
    });
}

/** Small systems may not know where they are. */
const zoneOfThisMachine = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

function bodyOf(own: SetUpOptions, { words }: Cli) {
  const token = own.setupToken ?? operatorKey();
  if (token === null) throw new Refusal(words.say.noOperatorKey, exitCodes.usage);
  const name = own.adminName ?? own.adminEmail.split('@')[0] ?? own.adminEmail;
  return {
    token,
    organisation: own.org,
    locale: own.locale,
    timeZone: own.timeZone,
    pack: own.pack ?? null,
    demo: own.demo ?? false,
    administrator: { email: own.adminEmail, name, password: own.adminPassword },
  };
}
