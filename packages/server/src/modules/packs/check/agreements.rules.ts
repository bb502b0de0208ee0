import type { PackAgreement, PackScope, PackTarget } from '@zhiheng/contract/packs/pack-agreements';
import type { PackContent } from '@zhiheng/contract/packs/pack-file';
import { faultsOfPackAgreement } from '../../agreements/index.ts';
import type { Flaw } from '../mistake.ts';
import { codesOf, duplicates, reference, type Known } from './references.rules.ts';

const file = 'agreements.yaml';
type Content = Pick<PackContent, 'organisation.yaml' | 'services.yaml' | 'calendars.yaml' | 'agreements.yaml'>;

export function checkAgreements(content: Content): Flaw[] {
  const { suppliers, agreements } = content[file];
  const known = knownOf(content);
  const each = agreements.flatMap((agreement, index) => checkAgreement(agreement, ['agreements', index], known));
  return [...duplicates({ file, path: ['suppliers'] }, suppliers), ...duplicates({ file, path: ['agreements'] }, agreements), ...each];
}

function knownOf(content: Content) {
  const { teams, segments } = content['organisation.yaml'];
  return {
    team: { kind: 'team', codes: codesOf(teams) },
    segment: { kind: 'segment', codes: codesOf(segments) },
    service: { kind: 'service', codes: codesOf(content['services.yaml'].services) },
    calendar: { kind: 'calendar', codes: codesOf(content['calendars.yaml'].calendars) },
    supplier: { kind: 'supplier', codes: codesOf(content[file].suppliers) },
  } as const satisfies Partial<Record<Known['kind'], Known>>;
}
type Place = readonly PropertyKey[];
type AllKnown = ReturnType<typeof knownOf>;

function checkAgreement(agreement: PackAgreement, path: Place, known: AllKnown): Flaw[] {
  const { calendar, team, supplier, scope, targets } = agreement;
  const shape = [...checkParty(agreement, path), ...targets.flatMap((target, nth) => checkTarget(target, [...path, 'targets', nth]))];
  const named = [
    ...reference({ file, path: [...path, 'calendar'] }, calendar, known.calendar),
    ...reference({ file, path: [...path, 'team'] }, team, known.team),
    ...reference({ file, path: [...path, 'supplier'] }, supplier, known.supplier),
    ...checkScope(scope, [...path, 'scope'], known),
    ...targets.flatMap((target, nth) => checkScope(target.scope ?? {}, [...path, 'targets', nth, 'scope'], known)),
  ];
  return shape.length > 0 ? [...shape, ...named] : [...named, ...checkCourse(agreement, path)];
}

/** The faults that would refuse a publication, said of the nearest place of the file. */
function checkCourse(agreement: PackAgreement, path: Place): Flaw[] {
  return faultsOfPackAgreement(agreement).map(({ code, where, params }): Flaw => {
    const steps = where.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return { file, path: [...path, ...steps], code, params: { ...params, code: agreement.code } };
  });
}

function checkScope(scope: PackScope, path: Place, known: AllKnown): Flaw[] {
  return (['service', 'segment'] as const).flatMap((part) =>
    (scope[part] ?? []).flatMap((code, nth) => reference({ file, path: [...path, part, nth] }, code, known[part])),
  );
}

/** An operational level agreement binds a team, a supplier contract a supplier. */
function checkParty({ code, kind, team, supplier }: PackAgreement, path: Place): Flaw[] {
  const wrong = (field: string, problem: string): Flaw => ({ file, path: [...path, field], code: problem, params: { code } });
  const bound = [
    { field: 'team', given: team !== undefined, needed: kind === 'ola' },
    { field: 'supplier', given: supplier !== undefined, needed: kind === 'supplier-contract' },
  ];
  return bound.flatMap(({ field, given, needed }) => {
    if (given === needed) return [];
    return [needed ? wrong('kind', `${field}_needed`) : wrong(field, 'not_of_this_kind')];
  });
}

/** One goal a promise, one moment a step. */
function checkTarget({ within, business_days, steps }: PackTarget, path: Place): Flaw[] {
  const goal = (within === undefined) === (business_days === undefined);
  const moments = steps.flatMap(({ id, percent, offset }, nth): Flaw[] =>
    (percent === undefined) === (offset === undefined)
      ? [{ file, path: [...path, 'steps', nth], code: 'one_moment', params: { code: id } }]
      : [],
  );
  return [...(goal ? [{ file, path: [...path, 'promise'], code: 'one_goal' }] : []), ...moments];
}
