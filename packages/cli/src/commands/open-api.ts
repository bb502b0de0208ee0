import { endpoint } from '@zhiheng/contract/endpoint';
import { z } from 'zod';
import type { Command } from 'commander';
import { commonOptions, type Cli } from '../cli.ts';
import { openCall } from '../session.ts';

/** The description is made from the contract and is no part of it. */
const description = endpoint('GET /api/openapi.json', { summary: 'Description of the API', access: 'public', response: z.unknown() });

export function addOpenApi(program: Command, cli: Cli): void {
  program
    .command('open-api')
    .description(cli.words.commands.openApi)
    .action(async (_own: unknown, command: Command) =>
      cli.say(JSON.stringify(await openCall(commonOptions(command))(description), null, 2)),
    );
}
