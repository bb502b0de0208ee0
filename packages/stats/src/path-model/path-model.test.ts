import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCrossMoments, crossMomentsOf } from '../moments/cross-moments.ts';
import { constructScores, ecsiModel, ecsiPaths, partialLeastSquares, partialLeastSquaresFromMoments, type PathModel } from './index.ts';
import { orientationOf } from './outer-model.ts';

const rows = [
  [7, 6, 5, 7, 8, 3],
  [4, 5, 3, 4, 4, 6],
  [9, 8, 8, 7, 9, 2],
  [5, 4, 6, 5, 6, 5],
  [3, 4, 2, 4, 3, 8],
  [8, 9, 7, 9, 7, 4],
  [6, 5, 6, 5, 7, 4],
  [2, 3, 4, 2, 3, 7],
  [7, 8, 6, 6, 5, 3],
  [5, 6, 7, 7, 6, 6],
  [4, 2, 3, 5, 4, 5],
  [9, 7, 9, 8, 8, 1],
];
const opposed = [
  [9, 11, 3, 1, 9, 16],
  [9, 8, 10, 6, 3, 8],
  [9, 12, 6, 3, 8, 14],
  [8, 8, 12, 6, 2, 4],
  [12, 12, 7, 5, 8, 18],
  [8, 10, 15, 7, 2, 2],
  [9, 8, 8, 5, 4, 10],
  [15, 13, 16, 10, 5, 14],
  [11, 15, 6, 2, 11, 18],
  [9, 8, 12, 7, 2, 6],
  [8, 10, 7, 3, 6, 10],
  [10, 8, 10, 7, 3, 10],
];
const model: PathModel = {
  latents: [
    { name: 'quality', indicators: [0, 1] },
    { name: 'value', indicators: [2, 3] },
    { name: 'loyalty', indicators: [4, 5] },
  ],
  paths: [
    { from: 'quality', to: 'value' },
    { from: 'quality', to: 'loyalty' },
    { from: 'value', to: 'loyalty' },
  ],
};
const scale = { low: 1, high: 10 };
const near = (values: readonly number[], digits = 8) => values.map((value) => expect.closeTo(value, digits) as number);

// Python 3.11, numpy 2.4.6: the algorithm on the rows themselves (scores, lstsq), not on their moments. The last item is asked the other
// way round, so its construct has no index on the scale.
const trusted = {
  centroid: {
    weights: [0.5792092676, 0.4627790092, 0.535851697, 0.5352684617, 0.5314129392, -0.5106278542],
    loadings: [0.9679739492, 0.9493527345, 0.9336769116, 0.9335271517, 0.9612664946, -0.9579785802],
    effects: [0.9032800319, 0.4699899302, 0.4404833373],
    explained: [0.8159148161174705, 0.7889151066030166],
    fit: 0.8516334919129086,
    indexes: [51.92445128254207, 51.45344069551717],
    first: [0.4222257714, 0.2266184781, 0.9772453337],
  },
  factorial: {
    weights: [0.5786745744, 0.463324141, 0.5354442279, 0.5356759506, 0.5314012383, -0.5106395952],
    loadings: [0.9678972025, 0.949448689, 0.9335722986, 0.933631799, 0.9612646775, -0.9579804713],
    effects: [0.9032548714, 0.4693703909, 0.4410301737],
    explained: [0.8158693627635735, 0.7887754461888201],
    fit: 0.8515870280316675,
    indexes: [51.92348457644904, 51.45449510656303],
    first: [0.4220326805, 0.2269887621, 0.9772412369],
  },
  path: {
    weights: [0.5786771664, 0.4633214987, 0.5354454266, 0.535674752, 0.5310539849, -0.5109880191],
    loadings: [0.9678975747, 0.9494482241, 0.9335726064, 0.9336314913, 0.9612107321, -0.9580365725],
    effects: [0.9032550377, 0.4695015331, 0.4408882332],
    explained: [0.81586966314277, 0.7887575568735522],
    fit: 0.8515826450113764,
    indexes: [51.923489262214076, 51.45449200502588],
    first: [0.4220336165, 0.2269876729, 0.977119638],
  },
} as const;

describe('partial least squares', () => {
  it.each(['centroid', 'factorial', 'path'] as const)('by the %s scheme', (scheme) => {
    const found = determined(partialLeastSquares(rows, model, { scheme, scale }));
    const wanted = trusted[scheme];
    const indicators = found.latents.flatMap((latent) => latent.indicators);
    expect(indicators.map(({ weight }) => weight)).toEqual(near(wanted.weights));
    expect(indicators.map(({ loading }) => loading)).toEqual(near(wanted.loadings));
    expect(found.paths.map(({ estimate }) => estimate)).toEqual(near(wanted.effects));
    expect(found.latents.map(({ rSquared }) => rSquared)).toEqual([null, ...near(wanted.explained)]);
    expect(found.goodnessOfFit).toBeCloseTo(wanted.fit, 9);
    expect(found.latents.slice(0, 2).map(({ index }) => index)).toEqual(near(wanted.indexes));
    expect(constructScores(found.latents, rows)[0]).toEqual(near(wanted.first));
    expect(found.latents[0]?.alpha).toBeCloseTo(0.9130821725551683, 12);
    // Two indicators have a first component with loadings √((1 + r)/2) each, so ρ = 2(1 + r)/(3 + r); and r = α/(2 − α).
    const r = 0.9130821725551683 / (2 - 0.9130821725551683);
    expect(found.latents[0]?.dillonGoldsteinRho).toBeCloseTo((2 * (1 + r)) / (3 + r), 12);
    expect(found.method).toEqual({ mode: 'A', scheme, denominator: 'n', sign: 'most indicators positive' });
  });
  // Value and loyalty oppose each other although quality goes with both, so that no choice of directions makes all correlations positive.
  it.each([
    [
      'centroid',
      [0.6691163794, 0.4461167142, 0.5112465562, 0.5074679042, 0.5193285912, 0.505485755],
      [0.0949597022, 0.7385309025, -0.7433596703],
    ],
    [
      'factorial',
      [0.3673862336, 0.737745938, 0.5436945988, 0.4749324477, 0.5350711396, 0.4896974256],
      [-0.0869889777, 0.7102358286, -0.6172101376],
    ],
    [
      'path',
      [0.3675095223, 0.7376421617, 0.5437281161, 0.474898759, 0.5345807928, 0.4901899357],
      [-0.0869206171, 0.7102774593, -0.6171693784],
    ],
  ] as const)('by the %s scheme, of constructs that oppose each other', (scheme, weights, effects) => {
    const found = determined(partialLeastSquares(opposed, model, { scheme, scale }));
    expect(found.latents.flatMap(({ indicators }) => indicators.map(({ weight }) => weight))).toEqual(near(weights));
    expect(found.paths.map(({ estimate }) => estimate)).toEqual(near(effects));
  });
  // One indicator each: the constructs are the indicators, the effects are their standardised regression coefficients.
  it('of single indicators is a regression', () => {
    const moments = {
      n: 50,
      origin: [0, 0, 0],
      sums: [0, 0, 0],
      products: [
        [50, 25, 30],
        [25, 50, 20],
        [30, 20, 50],
      ],
    };
    const single = { ...model, latents: model.latents.map((latent, index) => ({ ...latent, indicators: [index] })) };
    const found = determined(partialLeastSquaresFromMoments(moments, single, { scale }));
    expect(found.paths.map(({ estimate }) => estimate)).toEqual(near([0.5, (0.6 - 0.5 * 0.4) / 0.75, (0.4 - 0.5 * 0.6) / 0.75], 12));
    expect(found.latents.map(({ alpha, dillonGoldsteinRho }) => [alpha, dillonGoldsteinRho])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(found.goodnessOfFit).toBeNull();
  });
});

describe('edges', () => {
  const options = { scale };
  it('too few answers, constant and dependent indicators', () => {
    expect(partialLeastSquares([], model, options)).toEqual({ kind: 'insufficient', n: 0, needed: 2 });
    expect(
      partialLeastSquares(
        rows.map((row) => [...row.slice(0, 5), 3]),
        model,
        options,
      ),
    ).toEqual({ kind: 'undetermined', n: 12, reason: 'constant', columns: [5] });
    const cancelling = rows.map(([a = 0, , ...rest]) => [a, -a, ...rest]);
    expect(partialLeastSquares(cancelling, model, options)).toMatchObject({ kind: 'undetermined' });
  });
  it('a construct is turned to its majority, or to the sum of its loadings', () => {
    expect(orientationOf([-0.5, -0.4, 0.99])).toBe(-1);
    expect(orientationOf([-0.9, 0.4])).toBe(-1);
    expect(orientationOf([0, 0])).toBe(1);
  });
  const [quality, value, loyalty] = model.latents;
  if (quality === undefined || value === undefined || loyalty === undefined) throw new Error('three latents');
  const faulty: [string, PathModel][] = [
    ['a latent without indicators', { ...model, latents: [{ ...quality, indicators: [] }, value, loyalty] }],
    ['a latent without paths', { ...model, latents: [...model.latents, { name: 'image', indicators: [6] }] }],
    ['a latent named twice', { ...model, latents: [quality, quality, value, loyalty] }],
    ['an unknown latent', { ...model, paths: [...model.paths, { from: 'image', to: 'value' }] }],
    ['a path named twice', { ...model, paths: [...model.paths, { from: 'quality', to: 'value' }] }],
    ['an indicator used twice', { ...model, latents: [quality, { ...value, indicators: [1, 2] }, loyalty] }],
    [
      'a circle',
      {
        ...model,
        paths: [
          { from: 'quality', to: 'value' },
          { from: 'value', to: 'loyalty' },
          { from: 'loyalty', to: 'quality' },
        ],
      },
    ],
    ['a path to itself', { ...model, paths: [...model.paths, { from: 'value', to: 'value' }] }],
    ['an indicator that is not there', { ...model, latents: [quality, value, { ...loyalty, indicators: [6] }] }],
  ];
  it.each(faulty)('refuses %s', (_, wrong) => expect(() => partialLeastSquares(rows, wrong, options)).toThrow(RangeError));
  it('refuses a scale that does not ascend', () =>
    expect(() => partialLeastSquares(rows, model, { scale: { low: 5, high: 5 } })).toThrow(RangeError));
  it('the customer satisfaction index has seven constructs and twelve paths without a circle', () => {
    const seven = Array.from({ length: 30 }, (_, i) => Array.from({ length: 7 }, (_, j) => ((i * (j + 3)) % 11) + (i % 5)));
    const found = partialLeastSquares(
      seven,
      ecsiModel({ image: [0], expectation: [1], quality: [2], value: [3], satisfaction: [4], complaints: [5], loyalty: [6] }),
      options,
    );
    expect(determined(found).paths).toHaveLength(ecsiPaths.length);
    expect(ecsiPaths).toHaveLength(12);
  });
});

describe('invariants', () => {
  it('split anywhere and added, moments give what rows give', () =>
    fc.assert(
      fc.property(fc.nat(12), (cut) => {
        const parts = addCrossMoments(crossMomentsOf(rows.slice(0, cut)), crossMomentsOf(rows.slice(cut)));
        expect(determined(partialLeastSquaresFromMoments(parts, model, { scale })).paths.map(({ estimate }) => estimate)).toEqual(
          near(trusted.centroid.effects),
        );
      }),
    ));
  it('another unit of an indicator changes neither weights nor effects; the index follows the scale', () => {
    const own = determined(partialLeastSquares(rows, model, { scale }));
    const scaled = determined(
      partialLeastSquares(
        rows.map((row) => row.map((answer) => 10 * answer - 3)),
        model,
        { scale: { low: 7, high: 97 } },
      ),
    );
    expect(scaled.paths.map(({ estimate }) => estimate)).toEqual(
      near(
        own.paths.map(({ estimate }) => estimate),
        9,
      ),
    );
    expect(scaled.latents.slice(0, 2).map(({ index }) => index)).toEqual(
      near(
        own.latents.slice(0, 2).map(({ index }) => index ?? NaN),
        8,
      ),
    );
  });
  it.each(['centroid', 'factorial', 'path'] as const)(
    'a construct asked the other way round turns its effects, by the %s scheme',
    (scheme) => {
      const turned = rows.map((row) => row.map((answer, item) => (item < 4 ? answer : 11 - answer)));
      const found = determined(partialLeastSquares(turned, model, { scheme, scale }));
      const [first = NaN, second = NaN, third = NaN] = trusted[scheme].effects;
      expect(found.paths.map(({ estimate }) => estimate)).toEqual(near([first, -second, -third]));
    },
  );
  it('scores have mean 0 and variance 1 with denominator n', () => {
    const scores = constructScores(determined(partialLeastSquares(rows, model, { scale })).latents, rows);
    for (const latent of [0, 1, 2]) {
      const own = scores.map((row) => row[latent]!);
      expect(own.reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 10);
      expect(own.reduce((sum, score) => sum + score ** 2, 0) / 12).toBeCloseTo(1, 10);
    }
  });
});

function determined(found: ReturnType<typeof partialLeastSquares>) {
  if (found.kind !== 'partial-least-squares') throw new Error(found.kind);
  return found;
}
