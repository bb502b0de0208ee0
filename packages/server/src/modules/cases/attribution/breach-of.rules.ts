import type { clockBreach } from '@zhiheng/contract/cases/attribution';
import { attributeBreach, partyKey, type ClockLedger, type Party, type PartyShare } from '@zhiheng/sla-clock/clock';
import type { z } from 'zod';
import { partyName } from '../party-name.ts';

type Breach = z.infer<typeof clockBreach>;

/**
 * Whose time used up a missed promise; null when it was not missed. A party is decisive when the others together stayed within the goal: had it taken none of the time, the promise would have
 * been kept. Who held the case all the time is not told from the promise itself, and decides nothing.
 */
export function breachOf(clock: ClockLedger): Breach | null {
  const attributed = attributeBreach(clock);
  if (attributed === null) return null;
  const { until, after, breachedAt } = attributed;
  const late = new Map(after.map((share) => [partyKey(share.party), share.running]));
  const early = new Map(until.map((share) => [partyKey(share.party), share.running]));
  const parties = partiesOf([...until, ...after]);
  const shares = parties.map((party) => {
    const key = partyKey(party);
    const [seconds, lateSeconds] = [early.get(key) ?? 0, late.get(key) ?? 0];
    const rest = clock.usedSeconds - seconds - lateSeconds;
    const decisive = clock.goalSeconds !== null && rest > 0 && rest <= clock.goalSeconds;
    return { party: key, kind: party.kind, name: partyName(party), seconds, lateSeconds, decisive };
  });
  return {
    breachedAt: new Date(breachedAt * 1000).toISOString(),
    parties: shares.filter(({ seconds, lateSeconds }) => seconds + lateSeconds > 0),
  };
}

function partiesOf(shares: readonly PartyShare[]): Party[] {
  return [...new Map(shares.map(({ party }) => [partyKey(party), party])).values()];
}
