import type { PackContent } from '@zhiheng/contract/packs/pack-file';
import type { Flaw } from '../mistake.ts';
import { codesOf, duplicates, reference } from './references.rules.ts';

const file = 'standards.yaml';
type Content = Pick<PackContent, 'services.yaml' | 'indicators.yaml' | 'standards.yaml'>;

/** Services and indicators that standards name must be of the same pack; guides belong to studies and are taken as they come. */
export function checkStandards(content: Content): Flaw[] {
  const { standards } = content[file];
  const services = { kind: 'service', codes: codesOf(content['services.yaml'].services) } as const;
  const indicators = { kind: 'indicator', codes: codesOf(content['indicators.yaml'].indicators) } as const;
  const each = standards.flatMap((standard, index) => [
    ...standard.services.flatMap((code, place) => reference({ file, path: ['standards', index, 'services', place] }, code, services)),
    ...standard.clauses.flatMap((clause, at) =>
      clause.indicators.flatMap((code, place) =>
        reference({ file, path: ['standards', index, 'clauses', at, 'indicators', place] }, code, indicators),
      ),
    ),
  ]);
  return [...duplicates({ file, path: ['standards'] }, standards), ...each];
}
