import type { ScorecardNode } from '@zhiheng/contract/evaluation/scores';
import type { ScoreSettings } from '@zhiheng/contract/measurement/indicator';

/** What is wrong with a field of a scorecard; `path` as in the body. */
export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/**
 * A tree is sound when every node is either a branch with children or a leaf with an indicator that exists, branches have a
 * name, and codes are unique in the tree. How deep it may be is part of its shape.
 */
export function faultsOfTree(children: readonly ScorecardNode[], known: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  const codes = new Set<string>();
  const walk = (nodes: readonly ScorecardNode[], at: string): void => {
    nodes.forEach((node, index) => {
      const path = `${at}.${index}`;
      if (codes.has(node.code)) faults.push({ path: `${path}.code`, code: 'code_repeated', params: { code: node.code } });
      codes.add(node.code);
      const fault = faultOfNode(node, known);
      if (fault !== null) faults.push({ ...fault, path: `${path}.${fault.path}` });
      else walk(node.children ?? [], `${path}.children`);
    });
  };
  walk(children, 'children');
  return faults;
}

function faultOfNode(node: ScorecardNode, known: ReadonlySet<string>): Fault | null {
  if ((node.indicator === undefined) === (node.children === undefined)) return { path: 'indicator', code: 'leaf_or_branch' };
  if (node.indicator !== undefined) return known.has(node.indicator) ? null : unknownIndicator('indicator', node.indicator);
  return node.name === undefined ? { path: 'name', code: 'name_needed' } : null;
}

export function faultsOfHeadline(headline: readonly string[], known: ReadonlySet<string>): Fault[] {
  return headline.flatMap((indicator, index) => {
    if (!known.has(indicator)) return [unknownIndicator(`headline.${index}`, indicator)];
    return headline.indexOf(indicator) < index ? [{ path: `headline.${index}`, code: 'code_repeated', params: { code: indicator } }] : [];
  });
}

const unknownIndicator = (path: string, indicator: string): Fault => ({ path, code: 'unknown_indicator', params: { indicator } });

/** Better figures must not get fewer points, better grades must not begin lower. */
export function faultsOfSettings(settings: ScoreSettings): Fault[] {
  const { excellent, good, fair, poor } = settings.grades;
  const ordered = [
    { path: 'settings.at_warning', rises: settings.at_critical <= settings.at_warning },
    { path: 'settings.at_target', rises: settings.at_warning <= settings.at_target && settings.at_critical < settings.at_target },
    { path: 'settings.grades.fair', rises: poor < fair },
    { path: 'settings.grades.good', rises: fair < good },
    { path: 'settings.grades.excellent', rises: good < excellent },
  ];
  return ordered.filter(({ rises }) => !rises).map(({ path }) => ({ path, code: 'out_of_order' }));
}
