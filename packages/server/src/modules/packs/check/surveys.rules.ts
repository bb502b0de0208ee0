import type { PackContent } from '@zhiheng/contract/packs/pack-file';
import type { Flaw } from '../mistake.ts';
import { codesOf, duplicates, reference } from './references.rules.ts';

const file = 'surveys.yaml';
type Content = Pick<PackContent, 'services.yaml' | 'indicators.yaml' | 'surveys.yaml'>;

/** Services and indicators that surveys name. Whether an instrument is there, is seen when the pack is loaded. */
export function checkSurveys(content: Content): Flaw[] {
  const { surveys } = content[file];
  const services = { kind: 'service', codes: codesOf(content['services.yaml'].services) } as const;
  const indicators = { kind: 'indicator', codes: codesOf(content['indicators.yaml'].indicators) } as const;
  const each = surveys.flatMap(({ service, outflows }, index) => [
    ...reference({ file, path: ['surveys', index, 'service'] }, service ?? undefined, services),
    ...outflows.flatMap(({ indicator }, nth) =>
      reference({ file, path: ['surveys', index, 'outflows', nth, 'indicator'] }, indicator, indicators),
    ),
  ]);
  return [...duplicates({ file, path: ['surveys'] }, surveys), ...each];
}
