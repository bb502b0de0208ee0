import type { PackContent, PackScorecard, PackScorecardNode } from '@zhiheng/contract/packs/pack-file';
import type { Flaw } from '../mistake.ts';
import { codesOf, duplicates, reference, type Known } from './references.rules.ts';

const file = 'scorecards.yaml';

export function checkScorecards(content: Pick<PackContent, 'indicators.yaml' | 'scorecards.yaml'>): Flaw[] {
  const { scorecards } = content[file];
  const indicators = { kind: 'indicator', codes: codesOf(content['indicators.yaml'].indicators) } as const;
  const each = scorecards.flatMap((scorecard, index) => checkScorecard(scorecard, ['scorecards', index], indicators));
  return [...duplicates({ file, path: ['scorecards'] }, scorecards), ...each];
}

function checkScorecard(scorecard: PackScorecard, path: readonly PropertyKey[], indicators: Known): Flaw[] {
  const headline = scorecard.headline.flatMap((code, nth) => reference({ file, path: [...path, 'headline', nth] }, code, indicators));
  const nodes = nodesOf(scorecard.children, [...path, 'children']);
  const seen = new Set<string>();
  const twice = nodes.flatMap(({ node, path: at }): Flaw[] => {
    const known = seen.has(node.code);
    seen.add(node.code);
    return known ? [{ file, path: [...at, 'code'], code: 'duplicate_code', params: { code: node.code } }] : [];
  });
  const shapes = nodes.flatMap(({ node, path: at }) => checkNode(node, at, indicators));
  return [...headline, ...checkSettings(scorecard, path), ...twice, ...shapes];
}

interface PlacedNode {
  readonly node: PackScorecardNode;
  readonly path: readonly PropertyKey[];
}

const nodesOf = (nodes: readonly PackScorecardNode[], path: readonly PropertyKey[]): PlacedNode[] =>
  nodes.flatMap((node, index) => {
    const at = [...path, index];
    return [{ node, path: at }, ...nodesOf(node.children ?? [], [...at, 'children'])];
  });

/** A leaf has an indicator, a branch has children and a name of its own. */
function checkNode(node: PackScorecardNode, path: readonly PropertyKey[], indicators: Known): Flaw[] {
  const params = { code: node.code };
  if (node.indicator !== undefined && node.children !== undefined)
    return [{ file, path: [...path, 'indicator'], code: 'branch_with_indicator', params }];
  if (node.indicator !== undefined) return reference({ file, path: [...path, 'indicator'] }, node.indicator, indicators);
  if (node.children === undefined) return [{ file, path: [...path, 'code'], code: 'leaf_without_indicator', params }];
  return node.name === undefined ? [{ file, path: [...path, 'code'], code: 'branch_without_name', params }] : [];
}

function checkSettings({ settings }: PackScorecard, path: readonly PropertyKey[]): Flaw[] {
  if (settings === undefined) return [];
  const { excellent, good, fair, poor } = settings.grades;
  const flaws: Flaw[] = [];
  if (!(excellent > good && good > fair && fair > poor))
    flaws.push({ file, path: [...path, 'settings', 'grades'], code: 'grades_out_of_order' });
  if (!(settings.at_target > settings.at_warning && settings.at_warning > settings.at_critical)) {
    flaws.push({ file, path: [...path, 'settings'], code: 'scores_out_of_order' });
  }
  return flaws;
}
