import { describe, expect, it } from 'vitest';
import { expectClose } from '../comparison/expect-close.testing.ts';
import { clusterErrors, customaryLag, neweyWestErrors, robustErrors } from './index.ts';
import { stackLoss } from './regression-data.testing.ts';

const { x, y } = stackLoss;
const errorsOf = (outcome: { readonly kind: string; readonly coefficients?: readonly { readonly standardError: number }[] }) =>
  outcome.coefficients?.map(({ standardError }) => standardError);

// numpy 2: (XᵀX)⁻¹ Xᵀ diag(w) X (XᵀX)⁻¹ written out
describe('errors that do not assume equal variances', () => {
  it.each([
    ['HC0', [6.411649464840447, 0.15894426052949184, 0.446527688634592, 0.0864294755695993]],
    ['HC1', [7.126149963173187, 0.17665666885409093, 0.49628777888879627, 0.09606099140710049]],
    ['HC2', [7.557599636248212, 0.1839275173808104, 0.5118433277215648, 0.1016439484664105]],
    ['HC3', [9.001105108948623, 0.21342119811651172, 0.5887537967320673, 0.12058022900429469]],
  ] as const)('%s', (type, wanted) => expectClose(errorsOf(robustErrors(x, y, { type })), wanted));

  it('keep the interval of a row that alone decides a coefficient out of HC2 and HC3', () => {
    const alone = [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [1, 5],
    ];
    expect(robustErrors(alone, [1, 3, 2, 5, 9], { type: 'HC3' })).toMatchObject({ kind: 'undetermined', reason: 'singular' });
    expect(robustErrors(alone, [1, 3, 2, 5, 9], { type: 'HC0' })).toMatchObject({ kind: 'robust-errors' });
  });
  it('are the classical ones when all squared residuals are equal and the design is balanced', () => {
    const balanced = [[-1], [1], [-1], [1]];
    expectClose(errorsOf(robustErrors(balanced, [0, 3, 2, 5], { type: 'HC1' })), [Math.SQRT1_2, Math.SQRT1_2]);
  });
});

describe('errors of time series', () => {
  it('after Newey and West', () => {
    expectClose(
      errorsOf(neweyWestErrors(x, y, { lag: 2 })),
      [8.094641814929282, 0.16088084009597245, 0.4834085239504431, 0.10589561754393646],
    );
    expectClose(
      errorsOf(neweyWestErrors(x, y, { lag: 2, smallSample: true })),
      [8.996691379913717, 0.17880905670405595, 0.5372785355839441, 0.11769639859432077],
    );
  });
  it('are HC0 without lags', () => expectClose(errorsOf(neweyWestErrors(x, y, { lag: 0 })), errorsOf(robustErrors(x, y, { type: 'HC0' }))));
  it('state the lag they take', () => {
    expect(neweyWestErrors(x, y)).toMatchObject({ method: { lag: 2, kernel: 'Bartlett', prewhitened: false } });
    expect(customaryLag(21)).toBe(2);
    expect(() => neweyWestErrors(x, y, { lag: 21 })).toThrow(RangeError);
    expect(() => neweyWestErrors(x, y, { lag: 1.5 })).toThrow(RangeError);
  });
});

describe('errors of clusters', () => {
  const clusters = y.map((_, i) => Math.floor(i / 3));
  it('sum what rows of a cluster contribute', () => {
    expectClose(
      errorsOf(clusterErrors(x, y, { clusters })),
      [9.277530195947467, 0.19790616221868837, 0.5682793098597312, 0.12003656637479936],
    );
  });
  it('are HC1 when every row is a cluster', () => {
    expectClose(errorsOf(clusterErrors(x, y, { clusters: y.map((_, i) => i) })), errorsOf(robustErrors(x, y, { type: 'HC1' })));
  });
  it('need two clusters, and one for every row', () => {
    expect(clusterErrors(x, y, { clusters: y.map(() => 'all') })).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(() => clusterErrors(x, y, { clusters: [1] })).toThrow(RangeError);
  });
});
