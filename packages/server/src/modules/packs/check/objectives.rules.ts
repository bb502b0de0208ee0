import type { PackContent, PackIndicator } from '@zhiheng/contract/packs/pack-file';
import type { PackObjective } from '@zhiheng/contract/packs/pack-monitoring';
import type { Flaw } from '../mistake.ts';
import { codesOf, duplicates, reference } from './references.rules.ts';

const file = 'objectives.yaml';
type Content = Pick<PackContent, 'services.yaml' | 'calendars.yaml' | 'indicators.yaml' | 'objectives.yaml'>;

export function checkObjectives(content: Content): Flaw[] {
  const { objectives } = content[file];
  const services = { kind: 'service', codes: codesOf(content['services.yaml'].services) } as const;
  const calendars = { kind: 'calendar', codes: codesOf(content['calendars.yaml'].calendars) } as const;
  const indicators = new Map(content['indicators.yaml'].indicators.map((indicator) => [indicator.code, indicator]));
  const each = objectives.flatMap((objective, index) => {
    const at = (field: string) => ({ file, path: ['objectives', index, field] });
    return [
      ...reference(at('service'), objective.service, services),
      ...reference(at('calendar'), objective.calendar, calendars),
      ...countFlaws(objective, indicators.get(objective.indicator)).map(([field, code]): Flaw => {
        return { ...at(field), code, params: { code: objective.indicator } };
      }),
    ];
  });
  return [...duplicates({ file, path: ['objectives'] }, objectives), ...each];
}

/** A share says itself what is good, what else is counted needs a limit, and a formula has no observations. */
function countFlaws({ limit }: PackObjective, indicator: PackIndicator | undefined): [field: string, code: string][] {
  if (indicator === undefined || indicator.measure === 'formula') return [['indicator', 'unknown_indicator']];
  if (indicator.measure === 'share') return limit === undefined ? [] : [['limit', 'share_needs_no_limit']];
  return limit === undefined ? [['indicator', 'limit_needed']] : [];
}
