import { describe, expect, it } from 'vitest';
import { weighedMean, weighHouse, type WeighedNeed } from './house-of-quality.rules.ts';

const need = (id: string, importance: number, more: Partial<WeighedNeed> = {}): WeighedNeed => ({
  ...{ id, importance, ownScore: null, targetScore: null, salesPoint: 1 },
  ...more,
});

// Published worked example: "Coffee maker House of Quality", schematex.js.org/examples/matrix-qfd-coffee-maker: 45 / 39 / 51, that is 33 / 29 / 38 %.
const coffee = {
  needs: [need('quiet', 5), need('fast', 3), need('efficient', 4)],
  featureIds: ['fan', 'heater', 'insulation'],
  relations: [
    { needId: 'quiet', featureId: 'fan', strength: 9 },
    { needId: 'quiet', featureId: 'insulation', strength: 3 },
    { needId: 'fast', featureId: 'heater', strength: 9 },
    { needId: 'efficient', featureId: 'heater', strength: 3 },
    { needId: 'efficient', featureId: 'insulation', strength: 9 },
  ],
};

describe('the house of quality', () => {
  it('weighs features as the published example does', () => {
    const { features } = weighHouse(coffee);
    expect([...features.values()].map(({ importance, rank }) => [importance, rank])).toEqual([
      [45, 2],
      [39, 3],
      [51, 1],
    ]);
    expect([...features.values()].map(({ relativeImportance }) => Math.round(100 * relativeImportance))).toEqual([33, 29, 38]);
  });

  it('multiplies importance, improvement and sales point', () => {
    // By hand: 4 × 5/2 × 1.5 = 15, and 5 × 1 × 1 = 5.
    const { needs } = weighHouse({
      needs: [need('a', 4, { ownScore: 2, targetScore: 5, salesPoint: 1.5 }), need('b', 5, { ownScore: 4, targetScore: 3 })],
      featureIds: [],
      relations: [],
    });
    expect([...needs.values()]).toEqual([
      { improvement: 2.5, weight: 15, relativeWeight: 0.75 },
      { improvement: 1, weight: 5, relativeWeight: 0.25 },
    ]);
  });

  it('does not depend on the order, and doubling all needs doubles no share', () => {
    const doubled = { ...coffee, needs: coffee.needs.map((one) => ({ ...one, importance: 2 * one.importance })) };
    const turned = { ...coffee, needs: coffee.needs.toReversed(), relations: coffee.relations.toReversed() };
    const shares = (house: typeof coffee) =>
      coffee.featureIds.map((id) => weighHouse(house).features.get(id)?.relativeImportance.toFixed(12));
    expect(shares(doubled)).toEqual(shares(coffee));
    expect(shares(turned)).toEqual(shares(coffee));
  });

  it('has nothing to share when nothing is related, and no mean of nothing', () => {
    const empty = weighHouse({ needs: [], featureIds: ['f'], relations: [] });
    expect(empty.features.get('f')).toEqual({ importance: 0, relativeImportance: 0, rank: 1 });
    expect(weighedMean([], empty)).toBeNull();
    expect(
      weighedMean(
        [
          { needId: 'quiet', score: 2 },
          { needId: 'fast', score: 4 },
        ],
        weighHouse(coffee),
      ),
    ).toBeCloseTo(22 / 8, 12);
  });
});
