import type { PackDemoCustomers } from '@zhiheng/contract/packs/pack-customers';
import type { DemoCustomer } from '../../customers/index.ts';
import { familyNames, givenNames } from './people-names.ts';
import { drawNormal, randomFrom, type Random } from './random.rules.ts';

type Kind = DemoCustomer['kind'];

/** Organisations are worth so many times as much as people. */
const organisationFactor = 10;
const longestDays = 6 * 365;

/** Made-up customers of a pack, the same in every organisation. Telephone numbers and addresses belong to nobody. */
export function generateCustomers(pack: string, plan: PackDemoCustomers, now: Date): DemoCustomer[] {
  const random = randomFrom(`customers:${pack}`);
  const names = peopleNames(random, plan.people);
  const people = names.map((name) => ({ name, kind: 'person' as const }));
  const organisations = plan.organisations.map((name) => ({ name, kind: 'organisation' as const }));
  return [...people, ...organisations].map(({ name, kind }, index) => {
    const number = String(index + 1).padStart(3, '0');
    return {
      ...{ code: `${pack}-${number}`, name, kind, language: 'zh' },
      email: random() < 0.6 ? `${pack}.${number}@example.org` : '',
      phone: phoneOf(random, kind),
      annualValue: valueOf(random, plan, kind),
      since: new Date(now.getTime() - Math.floor(random() * longestDays) * 86_400_000).toISOString().slice(0, 10),
      attributes: attributesOf(random, plan, { name, kind }),
      contacts: kind === 'person' ? [] : [contactOf(random, names, `${pack}.${number}`)],
    };
  });
}

const pick = <T>(random: Random, choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;

/** No name twice, as long as there are others. */
function peopleNames(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < Math.min(count, familyNames.length * givenNames.length))
    names.add(pick(random, familyNames) + pick(random, givenNames));
  return [...names];
}

/** Numbers beginning with 100 are given to no mobile subscriber. */
const phoneOf = (random: Random, kind: Kind): string => {
  const digits = (length: number): string => Array.from({ length }, () => Math.floor(random() * 10)).join('');
  return kind === 'person' ? `100${digits(8)}` : `000-${digits(8)}`;
};

function valueOf(random: Random, { annual_value: { median, spread } }: PackDemoCustomers, kind: Kind): number {
  const value = median * Math.exp(spread * drawNormal(random)) * (kind === 'organisation' ? organisationFactor : 1);
  return Math.round(value / 10) * 10;
}

const attributesOf = (random: Random, { attributes }: PackDemoCustomers, customer: Pick<DemoCustomer, 'name' | 'kind'>) =>
  Object.fromEntries(
    attributes.flatMap(({ name, value, share, kind = customer.kind, of }) => {
      const fits = random() < share && kind === customer.kind && (of === undefined || of.includes(customer.name));
      return fits ? [[name, value]] : [];
    }),
  );

const contactOf = (random: Random, names: readonly string[], mailbox: string) => ({
  name: names.length === 0 ? '王敏' : pick(random, names),
  role: pick(random, ['行政主管', '采购经理', '办公室主任', '客户联系人']),
  email: `${mailbox}@example.org`,
  phone: phoneOf(random, 'person'),
});
