import type { PackContent } from '@zhiheng/contract/packs/pack-file';
import type { Flaw } from '../mistake.ts';
import { circles, codesOf, duplicates, reference } from './references.rules.ts';

const file = 'services.yaml';

export function checkServices(content: Pick<PackContent, 'organisation.yaml' | 'services.yaml'>): Flaw[] {
  const { services } = content[file];
  const known = { kind: 'service', codes: codesOf(services) } as const;
  const teams = { kind: 'team', codes: codesOf(content['organisation.yaml'].teams) } as const;
  const references = services.flatMap((service, index) => {
    const at = (...path: PropertyKey[]) => ({ file, path: ['services', index, ...path] });
    const dependencies = service.depends_on.flatMap((code, nth): Flaw[] => {
      if (code === service.code) return [{ ...at('depends_on', nth), code: 'depends_on_itself', params: { code } }];
      return reference(at('depends_on', nth), code, known);
    });
    return [...reference(at('team'), service.team, teams), ...reference(at('parent'), service.parent, known), ...dependencies];
  });
  return [...duplicates({ file, path: ['services'] }, services), ...references, ...circles({ file, path: ['services'] }, services)];
}
