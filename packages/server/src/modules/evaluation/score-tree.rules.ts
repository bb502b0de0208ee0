import type { ScorecardNode, ScoreNode } from '@zhiheng/contract/evaluation/scores';
import type { ScoreSettings } from '@zhiheng/contract/measurement/indicator';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Figures } from './figures.rules.ts';
import { gradeWhenCovered, meanOfChildren } from './score.rules.ts';

/** A scorecard as the arithmetic needs it. */
export interface ScorecardRecord {
  readonly code: string;
  readonly name: LocalText;
  readonly settings: ScoreSettings;
  readonly headline: readonly string[];
  readonly children: readonly ScorecardNode[];
}

/** The scored tree from the service quality index down to the figures, beside the scores of another stretch of time. */
export function scoreTree(card: ScorecardRecord, current: Figures, previous: Figures | null): ScoreNode {
  const root = { code: card.code, name: card.name, weight: 1, children: [...card.children] };
  return scoreNode(root, { settings: card.settings, current, previous });
}

interface Scoring {
  readonly settings: ScoreSettings;
  readonly current: Figures;
  readonly previous: Figures | null;
}

function scoreNode(node: ScorecardNode, scoring: Scoring): ScoreNode {
  return node.indicator === undefined ? scoreBranch(node, scoring) : scoreLeaf({ ...node, indicator: node.indicator }, scoring);
}

function scoreBranch(node: ScorecardNode, scoring: Scoring): ScoreNode {
  const children = (node.children ?? []).map((child) => scoreNode(child, scoring));
  const { score, coverage } = meanOfChildren(children);
  const before = meanOfChildren(children.map((child) => ({ weight: child.weight, score: child.previous, coverage: 0 })));
  return {
    code: node.code,
    name: node.name ?? { zh: node.code, en: node.code },
    weight: node.weight,
    coverage,
    score,
    grade: gradeWhenCovered(score, coverage, scoring.settings),
    previous: before.score,
    children,
  };
}

/** An indicator is covered when it has a score. Too few answers give a number but, as everywhere, no grade. */
function scoreLeaf(
  { code, name, weight, indicator }: ScorecardNode & { indicator: string },
  { settings, current, previous }: Scoring,
): ScoreNode {
  const figure = current.figure(indicator, previous);
  if (figure === null)
    return { code, name: name ?? { zh: code, en: code }, weight, coverage: 0, score: null, grade: null, previous: null, children: [] };
  return {
    ...{ code, weight, figure, score: figure.score },
    name: name ?? figure.name,
    coverage: figure.score === null ? 0 : 1,
    grade: figure.sufficient ? gradeWhenCovered(figure.score, 1, settings) : null,
    previous: previous === null ? null : previous.score(indicator),
    children: [],
  };
}

/** Score and coverage of the whole tree alone, for trends. */
export function scoreIndex(
  children: readonly ScorecardNode[],
  figures: Figures,
): { readonly score: number | null; readonly coverage: number } {
  return meanOfChildren(
    children.map(({ weight, indicator, children: below }) => {
      if (indicator === undefined) return { weight, ...scoreIndex(below ?? [], figures) };
      const score = figures.score(indicator);
      return { weight, score, coverage: score === null ? 0 : 1 };
    }),
  );
}

/** Codes of the indicators of a tree, each once, in order. */
export function leavesOf(children: readonly ScorecardNode[]): string[] {
  return [...new Set(children.flatMap((node) => (node.indicator === undefined ? leavesOf(node.children ?? []) : [node.indicator])))];
}
