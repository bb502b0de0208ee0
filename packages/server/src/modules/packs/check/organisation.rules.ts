import type { PackContent } from '@zhiheng/contract/packs/pack-file';
import type { Flaw } from '../mistake.ts';
import { circles, codesOf, duplicates, reference } from './references.rules.ts';

const file = 'organisation.yaml';
const kinds = { teams: 'team', sites: 'site', segments: 'segment' } as const;

export function checkOrganisation(content: Pick<PackContent, 'organisation.yaml'>): Flaw[] {
  return (['teams', 'sites', 'segments'] as const).flatMap((list) => {
    const units = content[file][list];
    const known = { kind: kinds[list], codes: codesOf(units) };
    const parents = units.flatMap((unit, index) => reference({ file, path: [list, index, 'parent'] }, unit.parent, known));
    return [...duplicates({ file, path: [list] }, units), ...parents, ...circles({ file, path: [list] }, units)];
  });
}
