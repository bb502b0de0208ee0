import { getCampaign, listCampaigns, type Campaign } from '@zhiheng/contract/campaigns/campaigns';
import { recomputeResult } from '@zhiheng/contract/campaigns/results';
import type { CallEndpoint } from '@zhiheng/contract/call';
import type { Command } from 'commander';
import { answer, type Cli } from '../cli.ts';
import { exitCodes, Refusal } from '../refusal.ts';

export function addCampaigns(program: Command, cli: Cli): void {
  const { commands, options, say } = cli.words;
  program
    .command('campaigns')
    .description(commands.campaigns)
    .command('recompute')
    .description(commands.campaignsRecompute)
    .argument('<code>')
    .option('--number <n>', options.resultNumber, Number)
    .action(async (code: string, own: { number?: number }, command: Command) => {
      let equal = true;
      await answer(cli, command, {
        async ask(call) {
          const campaign = await findCampaign(call, code, cli);
          const number = own.number ?? newestOf(campaign, cli);
          const reply = { number, ...(await call(recomputeResult, { params: { id: campaign.id, number } })) };
          equal = reply.equal;
          return reply;
        },
        tell({ number, noted, recomputed }) {
          cli.say(equal ? say.recomputed(number, noted) : say.recomputedOtherwise(number, noted, recomputed));
        },
      });
      if (!equal) throw new Refusal('', exitCodes.refused);
    });
}

/** By its code, or by its id. */
async function findCampaign(call: CallEndpoint, name: string, { words: { say } }: Cli): Promise<Campaign> {
  for (let cursor: string | undefined; ;) {
    const { items, next } = await call(listCampaigns, { query: { cursor, limit: 100 } });
    const found = items.find(({ id, code }) => code === name || id === name);
    if (found !== undefined) return call(getCampaign, { params: { id: found.id } });
    if (next === null) throw new Refusal(say.noSuchCampaign(name), exitCodes.usage);
    cursor = next;
  }
}

function newestOf({ code, frozen }: Campaign, { words: { say } }: Cli): number {
  if (frozen.length === 0) throw new Refusal(say.nothingFrozen(code));
  return Math.max(...frozen.map(({ number }) => number));
}
