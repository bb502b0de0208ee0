import type { PackContent } from '@zhiheng/contract/packs/pack-file';
import type { Flaw } from '../mistake.ts';
import { codesOf, duplicates, reference } from './references.rules.ts';

const file = 'customers.yaml';

/** Rules name segments of the pack, each once. */
export function checkCustomers(content: Pick<PackContent, 'organisation.yaml' | 'customers.yaml'>): Flaw[] {
  const rules = content[file].segment_rules;
  const known = { kind: 'segment', codes: codesOf(content['organisation.yaml'].segments) } as const;
  const coded = rules.map(({ segment }) => ({ code: segment }));
  return [
    ...duplicates({ file, path: ['segment_rules'] }, coded),
    ...rules.flatMap(({ segment }, index) => reference({ file, path: ['segment_rules', index, 'segment'] }, segment, known)),
  ];
}
