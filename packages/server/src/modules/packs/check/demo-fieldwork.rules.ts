import type { PackDemoStudy } from '@zhiheng/contract/packs/pack-fieldwork';
import type { Flaw } from '../mistake.ts';
import { circles, codesOf, duplicates, reference, type Known } from './references.rules.ts';

const file = 'demo.yaml';
type Units = Readonly<Record<'service' | 'site' | 'segment', Known>>;

/** Studies of the demo name services, sites and segments of the pack, and codes of their own. */
export const checkDemoFieldwork = (studies: readonly PackDemoStudy[], units: Units): Flaw[] =>
  studies.flatMap((study, index) => checkStudy(study, ['fieldwork', index], units));

function checkStudy({ service, codes, sessions }: PackDemoStudy, path: readonly PropertyKey[], units: Units): Flaw[] {
  const known = { kind: 'field_code', codes: codesOf(codes) } as const;
  const at = (...more: readonly PropertyKey[]) => ({ file, path: [...path, ...more] });
  return [
    ...reference(at('service'), service, units.service),
    ...duplicates(at('codes'), codes),
    ...codes.flatMap(({ parent }, nth) => reference(at('codes', nth, 'parent'), parent, known)),
    ...circles(at('codes'), codes),
    ...sessions.flatMap(({ site, participants, quotes }, nth) => [
      ...reference(at('sessions', nth, 'site'), site, units.site),
      ...participants.flatMap(({ segment }, place) => reference(at('sessions', nth, 'participants', place, 'segment'), segment, units.segment)),
      ...quotes.flatMap((quote, place) =>
        quote.codes.flatMap((code, which) => reference(at('sessions', nth, 'quotes', place, 'codes', which), code, known)),
      ),
    ]),
  ];
}
