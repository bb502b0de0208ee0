/** A need as the house weighs it. */
export interface WeighedNeed {
  readonly id: string;
  readonly importance: number;
  readonly ownScore: number | null;
  readonly targetScore: number | null;
  readonly salesPoint: number;
}
export interface Relation {
  readonly needId: string;
  readonly featureId: string;
  readonly strength: number;
}
interface House {
  readonly needs: readonly WeighedNeed[];
  readonly featureIds: readonly string[];
  readonly relations: readonly Relation[];
}

export interface NeedWeight {
  /** target against today; 1 where either is not judged, and never below 1: what is served well enough still counts */
  readonly improvement: number;
  readonly weight: number;
  /** share of all weights */
  readonly relativeWeight: number;
}
export interface FeatureImportance {
  readonly importance: number;
  readonly relativeImportance: number;
  /** 1 is the most important; equal ones share a rank */
  readonly rank: number;
}

export interface WeighedHouse {
  readonly needs: ReadonlyMap<string, NeedWeight>;
  readonly features: ReadonlyMap<string, FeatureImportance>;
}

/**
 * What each feature of a service is worth to customers. Weight of a need: importance × improvement ratio × sales point; importance of a feature: sum
 * over needs of weight × strength of the relation (9, 3, 1). Source: Akao (1990), Quality Function Deployment, Productivity Press, chapter 1;
 * Besterfield et al. (2003), Total Quality Management, 3rd ed., chapter 12 (absolute weight).
 *
 * @example weighHouse({ needs: [{ id: 'a', importance: 5, ownScore: null, targetScore: null, salesPoint: 1 }], featureIds: ['f'], relations: [{ needId: 'a', featureId: 'f', strength: 9 }] }).features.get('f') // { importance: 45, relativeImportance: 1, rank: 1 }
 */
export function weighHouse({ needs, featureIds, relations }: House): WeighedHouse {
  const weights = new Map(needs.map((need) => [need.id, weightOf(need)]));
  const importances = new Map(featureIds.map((id) => [id, 0]));
  for (const { needId, featureId, strength } of relations) {
    const [weight, sum] = [weights.get(needId), importances.get(featureId)];
    if (weight !== undefined && sum !== undefined) importances.set(featureId, sum + weight.weight * strength);
  }
  const shareOf = shareAmong([...weights.values()].map(({ weight }) => weight));
  const partOf = shareAmong([...importances.values()]);
  return {
    needs: new Map([...weights].map(([id, weight]) => [id, { ...weight, relativeWeight: shareOf(weight.weight) }])),
    features: new Map(
      [...importances].map(([id, importance]) => [
        id,
        { importance, relativeImportance: partOf(importance), rank: rankAmong([...importances.values()], importance) },
      ]),
    ),
  };
}

function weightOf({ importance, ownScore, targetScore, salesPoint }: WeighedNeed): Pick<NeedWeight, 'improvement' | 'weight'> {
  const improvement = ownScore === null || targetScore === null ? 1 : Math.max(1, targetScore / ownScore);
  return { improvement, weight: importance * improvement * salesPoint };
}

function shareAmong(values: readonly number[]): (value: number) => number {
  const sum = values.reduce((total, value) => total + value, 0);
  return (value) => (sum === 0 ? 0 : value / sum);
}

const rankAmong = (values: readonly number[], value: number): number => 1 + values.filter((other) => other > value).length;

/** Mean of scores by the weights of their needs, of those that are judged; null when none is. */
export function weighedMean(
  scores: readonly { readonly needId: string; readonly score: number }[],
  { needs }: WeighedHouse,
): number | null {
  const judged = scores.map(({ needId, score }) => ({ score, weight: needs.get(needId)?.weight ?? 0 }));
  const weight = judged.reduce((sum, one) => sum + one.weight, 0);
  return weight === 0 ? null : judged.reduce((sum, one) => sum + one.score * one.weight, 0) / weight;
}
