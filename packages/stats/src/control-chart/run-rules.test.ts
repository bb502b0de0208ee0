import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartSignals, runRules, shareChart, type RuleSet } from './index.ts';
import { runsOnOneSide } from './runs-on-one-side.ts';

// The definitions of Nelson (1984), written down once more as they are said: every window of so many points, looked at by itself.
type Window = readonly number[];
const sameSide = (test: (z: number) => boolean, needed: number) => (window: Window) =>
  window.filter((z) => test(z)).length >= needed || window.filter((z) => test(-z)).length >= needed;
const steps = (window: Window) => window.slice(1).map((z, i) => Math.sign(z - window[i]!));
const definitions: [points: number, violated: (window: Window) => boolean][] = [
  [1, ([z = 0]) => Math.abs(z) > 3],
  [9, sameSide((z) => z > 0, 9)],
  [6, (window) => Math.abs(steps(window).reduce((a, b) => a + b)) === 5],
  [14, (window) => steps(window).every((step, i, all) => step !== 0 && (i === 0 || step === -all[i - 1]!))],
  [3, sameSide((z) => z > 2, 2)],
  [5, sameSide((z) => z > 1, 4)],
  [15, (window) => window.every((z) => Math.abs(z) < 1)],
  [8, (window) => window.every((z) => Math.abs(z) > 1)],
];
function bruteForce(values: readonly number[], rule: number, points = definitions[rule]![0]): number[] {
  const violated = rule === 1 ? sameSide((z) => z > 0, points) : definitions[rule]![1];
  return [...values.keys()].filter((end) => end >= points - 1 && violated(values.slice(end - points + 1, end + 1)));
}
const endsOf = (values: readonly number[], ruleSet: RuleSet) =>
  runRules(values, { center: 0, sigma: 1 }, { ruleSet }).rules.map(({ ends }) => ends);

describe('run rules', () => {
  // steps of a half hit every border exactly; a narrow choice makes long patterns likely
  const series = [
    fc.array(
      fc.integer({ min: -7, max: 7 }).map((half) => half / 2),
      { maxLength: 60 },
    ),
    fc.array(fc.constantFrom(0.5, -0.5, 0, 1), { maxLength: 60 }),
    fc.array(fc.constantFrom(1.5, 2.5, 1, -1.5), { maxLength: 60 }),
    fc.array(fc.constantFrom(0.2, 0.4, -0.3), { maxLength: 60 }),
  ];
  it.each(series)('Nelson finds what the definitions find in every window', (values) =>
    fc.assert(
      fc.property(values, (z) => {
        expect(endsOf(z, 'nelson')).toEqual(definitions.map((_, rule) => bruteForce(z, rule)));
      }),
      { numRuns: 60 },
    ),
  );
  it('Western Electric takes four of them, with eight on one side', () =>
    fc.assert(
      fc.property(series[2]!, (z) => {
        expect(endsOf(z, 'western-electric')).toEqual([bruteForce(z, 0), bruteForce(z, 4), bruteForce(z, 5), bruteForce(z, 1, 8)]);
      }),
      { numRuns: 60 },
    ));
  it('long ramps and saw teeth are found', () => {
    const ramp = Array.from({ length: 8 }, (_, i) => i / 10);
    const saw = Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? 0.1 : -0.1));
    expect(endsOf(ramp, 'nelson')[2]).toEqual([5, 6, 7]);
    expect(endsOf(saw, 'nelson')[3]).toEqual([13, 14, 15]);
  });
  it('mirrored series signal alike, and the frame moves with the values', () =>
    fc.assert(
      fc.property(series[0]!, (z) => {
        expect(
          endsOf(
            z.map((x) => -x),
            'nelson',
          ),
        ).toEqual(endsOf(z, 'nelson'));
        const moved = runRules(
          z.map((x) => 8 * x + 64),
          { center: 64, sigma: 8 },
        );
        expect(moved.rules.map(({ ends }) => ends)).toEqual(endsOf(z, 'nelson'));
      }),
      { numRuns: 60 },
    ));
  it('the run of seven of other books can be asked for', () => {
    const found = runRules(
      [1, 1, 1, 1, 1, 1, 1].map((z) => z / 2),
      { center: 0, sigma: 1 },
      { runLength: 7 },
    );
    expect(found).toMatchObject({ ruleSet: 'nelson', runLength: 7 });
    expect(found.rules[1]).toEqual({ rule: 2, code: 'one-side', ends: [6] });
  });
  it('no values, no signals; no sigma, no rules', () => {
    expect(endsOf([], 'nelson')).toEqual(definitions.map(() => []));
    expect(() => runRules([1], { center: 0, sigma: 0 })).toThrow(RangeError);
    expect(() => runRules([NaN], { center: 0, sigma: 1 })).toThrow(RangeError);
    expect(() => runRules([1], { center: 0, sigma: 1 }, { runLength: 1 })).toThrow(RangeError);
  });
  it('charts of unequal samples are read in their own standard errors', () => {
    // shares 0.1 above a centre of 0.5: z = 0.2 √n, beyond 2 from n = 100, beyond 3 from n = 225
    const samples = [400, 100, 105, 230].map((size, i) => ({ count: size * (i === 0 ? 0.5 : 0.6), size }));
    const chart = shareChart(samples, { baseline: 1 });
    if (chart.kind !== 'control-chart') throw new Error(chart.kind);
    const signals = chartSignals(chart);
    if (signals.kind !== 'run-rules') throw new Error(signals.kind);
    expect(signals.rules.map(({ ends }) => ends)).toEqual([[3], [], [], [], [3], [], [], []]);
    const flat = shareChart([{ count: 0, size: 5 }]);
    expect(flat.kind === 'control-chart' && chartSignals(flat)).toMatchObject({ kind: 'undetermined', reason: 'no-variation' });
  });
  it('a value on the centre ends a run', () => {
    expect(runsOnOneSide([1, 1, 0, 1, 1, 1, -1, -1, -1], 3)).toEqual([5, 8]);
    expect(runsOnOneSide([0, 0, 0], 2)).toEqual([]);
    expect(() => runsOnOneSide([1], 0)).toThrow(RangeError);
  });
});
