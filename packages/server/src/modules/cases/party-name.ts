import type { LocalText } from '@zhiheng/contract/values/text';
import type { Party } from '@zhiheng/sla-clock/clock';
import { house } from './clock-rows.rules.ts';

const customer: LocalText = { zh: '客户', en: 'the customer' };
const ownHouse: LocalText = { zh: '本单位', en: 'the house' };

/** What a party is called: by its id where it has one, in whose place `spellNames` puts the name. */
export const partyName = (party: Party): LocalText => {
  if (party.kind === 'customer') return customer;
  return party.id === house ? ownHouse : { zh: party.id, en: party.id };
};
