import type { PackContent, PackDemo, PackIndicator } from '@zhiheng/contract/packs/pack-file';
import type { Flaw } from '../mistake.ts';
import { checkDemoFieldwork } from './demo-fieldwork.rules.ts';
import { codesOf, reference, type Known } from './references.rules.ts';

const file = 'demo.yaml';
type Demo = { readonly demo: PackDemo; readonly units: Readonly<Record<'service' | 'team' | 'site' | 'segment', Known>> };

export function checkDemo(
  content: Pick<PackContent, 'organisation.yaml' | 'services.yaml' | 'indicators.yaml' | 'categories.yaml' | 'demo.yaml'>,
): Flaw[] {
  const demo = content[file];
  if (demo === null) return [];
  const organisation = content['organisation.yaml'];
  const units = {
    service: { kind: 'service', codes: codesOf(content['services.yaml'].services) },
    team: { kind: 'team', codes: codesOf(organisation.teams) },
    site: { kind: 'site', codes: codesOf(organisation.sites) },
    segment: { kind: 'segment', codes: codesOf(organisation.segments) },
  } as const;
  const indicators = new Map(content['indicators.yaml'].indicators.map((indicator) => [indicator.code, indicator]));
  const categories = { kind: 'category', codes: codesOf(content['categories.yaml'].categories) } as const;
  return [
    ...checkDemoCases({ demo, units }, categories),
    ...checkDemoProbes({ demo, units }),
    ...checkDemoFeedback({ demo, units }),
    ...checkDemoFieldwork(demo.fieldwork ?? [], units),
    ...checkSubjects({ demo, units }),
    ...checkSeries({ demo, units }, indicators),
    ...checkProblem({ demo, units }),
  ];
}

const checkDemoCases = ({ demo, units }: Demo, categories: Known): Flaw[] =>
  (demo.cases?.subjects ?? []).flatMap(({ service, category }, index) => [
    ...reference({ file, path: ['cases', 'subjects', index, 'service'] }, service, units.service),
    ...reference({ file, path: ['cases', 'subjects', index, 'category'] }, category, categories),
  ]);

const checkDemoProbes = ({ demo, units }: Demo): Flaw[] =>
  (demo.probes ?? []).flatMap(({ service }, index) => reference({ file, path: ['probes', index, 'service'] }, service, units.service));

function checkDemoFeedback({ demo: { feedback }, units }: Demo): Flaw[] {
  if (feedback === undefined) return [];
  const { texts, needs, features, competitors } = feedback;
  const known = { kind: 'customer_need', codes: codesOf(needs) } as const;
  return [
    ...texts.flatMap(({ service, need }, index) => [
      ...reference({ file, path: ['feedback', 'texts', index, 'service'] }, service, units.service),
      ...reference({ file, path: ['feedback', 'texts', index, 'need'] }, need, known),
    ]),
    ...needs.flatMap((need, index) => [
      ...reference({ file, path: ['feedback', 'needs', index, 'service'] }, need.service, units.service),
      ...(
        [
          ['features', features],
          ['competitors', competitors],
        ] as const
      ).flatMap(([part, columns]) =>
        need[part].length === columns.length ? [] : [{ file, path: ['feedback', 'needs', index, part], code: 'one_of_each' }],
      ),
    ]),
  ];
}

const parts = ['service', 'team', 'site', 'segment'] as const;
type Named = Partial<Record<(typeof parts)[number], string | undefined>>;

const checkUnits = (named: Named, path: readonly PropertyKey[], units: Demo['units']): Flaw[] =>
  parts.flatMap((part) => reference({ file, path: [...path, part] }, named[part], units[part]));

const checkSubjects = ({ demo, units }: Demo): Flaw[] =>
  demo.subjects.flatMap((subject, index) => checkUnits(subject, ['subjects', index], units));

function checkSeries({ demo, units }: Demo, indicators: ReadonlyMap<string, PackIndicator>): Flaw[] {
  const known = { kind: 'indicator', codes: new Set(indicators.keys()) } as const;
  return demo.series.flatMap((series, index) => {
    const at = (...path: PropertyKey[]) => ({ file, path: ['series', index, ...path] });
    const services = (series.services ?? []).flatMap((code, nth) => reference(at('services', nth), code, units.service));
    const fit = misfit(series, indicators.get(series.indicator)?.measure);
    return [
      ...reference(at('indicator'), series.indicator, known),
      ...services,
      ...(fit === null ? [] : [{ ...at(fit.field), code: fit.code }]),
    ];
  });
}

function misfit({ distribution }: PackDemo['series'][number], measure: PackIndicator['measure'] | undefined) {
  if (measure === 'formula') return { field: 'indicator', code: 'formula_indicator' };
  if (measure !== undefined && (measure === 'share') !== (distribution.kind === 'share'))
    return { field: 'distribution', code: 'distribution_does_not_fit' };
  return null;
}

/** One seeded problem: somewhere, in something. */
function checkProblem({ demo, units }: Demo): Flaw[] {
  const { where } = demo.problem;
  const flaws = checkUnits(where, ['problem', 'where'], units);
  if (Object.keys(where).length === 0) flaws.push({ file, path: ['problem', 'where'], code: 'problem_nowhere' });
  if (demo.series.every((series) => series.problem_factor === undefined))
    flaws.push({ file, path: ['problem'], code: 'problem_without_effect' });
  return flaws;
}
