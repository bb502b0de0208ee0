import type { PackContent, PackDemo, PackIndicator, PackScorecard, PackScorecardNode } from '@zhiheng/contract/packs/pack-file';
import type { PackStandard } from '@zhiheng/contract/packs/pack-standards';
import { parseFormula } from '../measurement/index.ts';

/**
 * Leaves out of a pack what names things that the pack does not hold: what lies in an organisation's trash is not exported, and
 * a file that still names it could not be loaded anywhere.
 */
export function explained(content: PackContent): PackContent {
  const indicators = explainedIndicators(content['indicators.yaml'].indicators);
  const codes = new Set(indicators.map((indicator) => indicator.code));
  const scorecards = content['scorecards.yaml'].scorecards.map((scorecard) => explainedScorecard(scorecard, codes));
  const services = new Set(content['services.yaml'].services.map(({ code }) => code));
  const objectives = content['objectives.yaml'].objectives.filter(
    ({ service, indicator }) => services.has(service) && codes.has(indicator),
  );
  const standards = content['standards.yaml'].standards.map((standard) => explainedStandard(standard, codes));
  const known = {
    ...content,
    ...{ 'indicators.yaml': { indicators }, 'standards.yaml': { standards }, 'scorecards.yaml': { scorecards } },
    'objectives.yaml': { objectives },
  };
  return { ...known, 'demo.yaml': content['demo.yaml'] === null ? null : explainedDemo(content['demo.yaml'], known) };
}

/** Formulas fall with what they read, and with them the formulas that read those. */
function explainedIndicators(indicators: readonly PackIndicator[]): PackIndicator[] {
  const codes = new Set(indicators.map((indicator) => indicator.code));
  const kept = indicators.filter(({ formula }) => formula === undefined || parseFormula(formula).uses.every((code) => codes.has(code)));
  return kept.length === indicators.length ? kept : explainedIndicators(kept);
}

/** A promise stays when what tests it has gone. */
const explainedStandard = (standard: PackStandard, codes: ReadonlySet<string>): PackStandard => ({
  ...standard,
  clauses: standard.clauses.map((clause) => ({ ...clause, indicators: clause.indicators.filter((code) => codes.has(code)) })),
});

function explainedScorecard(scorecard: PackScorecard, codes: ReadonlySet<string>): PackScorecard {
  return {
    ...scorecard,
    headline: scorecard.headline.filter((code) => codes.has(code)),
    children: explainedNodes(scorecard.children, codes),
  };
}

const explainedNodes = (nodes: readonly PackScorecardNode[], codes: ReadonlySet<string>): PackScorecardNode[] =>
  nodes.flatMap((node) => {
    if (node.children === undefined) return node.indicator !== undefined && codes.has(node.indicator) ? [node] : [];
    const children = explainedNodes(node.children, codes);
    return children.length === 0 ? [] : [{ ...node, children }];
  });

/** The demo data, as far as its subjects and indicators are left; none without its problem. */
function explainedDemo(demo: PackDemo, content: PackContent): PackDemo | null {
  const units = unitsOf(content);
  const drawn = content['indicators.yaml'].indicators.filter((indicator) => indicator.measure !== 'formula');
  const codes = new Set(drawn.map((indicator) => indicator.code));
  const subjects = demo.subjects.filter((subject) => isKnown(subject, units));
  const series = demo.series.flatMap((one) => {
    if (one.services === undefined || !codes.has(one.indicator)) return codes.has(one.indicator) ? [one] : [];
    const services = one.services.filter((code) => units.service.has(code));
    return services.length === 0 ? [] : [{ ...one, services }];
  });
  const hasProblem = isKnown(demo.problem.where, units) && series.some((one) => one.problem_factor !== undefined);
  if (subjects.length === 0 || !hasProblem) return null;
  const { cases: _cases, probes: _probes, feedback: _feedback, ...others } = demo;
  const probes = demo.probes?.filter(({ service }) => units.service.has(service)) ?? [];
  return {
    ...others,
    subjects,
    series,
    ...explainedCases(demo, content),
    ...explainedFeedback(demo, units),
    ...(probes.length > 0 && { probes }),
  };
}

const parts = ['service', 'team', 'site', 'segment'] as const;
type Units = Readonly<Record<(typeof parts)[number], ReadonlySet<string>>>;

function unitsOf(content: PackContent): Units {
  const codes = (rows: readonly { readonly code: string }[]) => new Set(rows.map((row) => row.code));
  const { teams, sites, segments } = content['organisation.yaml'];
  return { service: codes(content['services.yaml'].services), team: codes(teams), site: codes(sites), segment: codes(segments) };
}

function isKnown(named: PackDemo['problem']['where'], units: Units): boolean {
  return parts.every((part) => {
    const code = named[part];
    return code === undefined || units[part].has(code);
  });
}

/** Made-up cases need their category and service. */
/** What was said of a service goes with the service; what is needed of it as well. */
function explainedFeedback({ feedback }: PackDemo, { service }: Units): Pick<PackDemo, 'feedback'> {
  const needs = feedback?.needs.filter((need) => service.has(need.service)) ?? [];
  const kept = new Set(needs.map(({ code }) => code));
  const texts = (feedback?.texts ?? [])
    .filter((text) => service.has(text.service))
    .map(({ need, ...text }) => (need === undefined || !kept.has(need) ? text : { ...text, need }));
  return feedback === undefined || texts.length === 0 ? {} : { feedback: { ...feedback, texts, needs } };
}

function explainedCases({ cases }: PackDemo, content: PackContent): Pick<PackDemo, 'cases'> {
  const services = new Set(content['services.yaml'].services.map(({ code }) => code));
  const categories = new Set(content['categories.yaml'].categories.map(({ code }) => code));
  const subjects = cases?.subjects.filter(({ service, category }) => services.has(service) && categories.has(category)) ?? [];
  return cases === undefined || subjects.length === 0 ? {} : { cases: { ...cases, subjects } };
}
