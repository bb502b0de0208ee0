/**
 * What can be said of one point of a series against its centre and σ, and against the points before it: the number of the bit that says it.
 * All comparisons are strict. The last bit is never set.
 */
export const zoneBit = {
  above: 0,
  below: 1,
  aboveOne: 2,
  belowOne: 3,
  aboveTwo: 4,
  belowTwo: 5,
  beyondThree: 6,
  withinOne: 7,
  beyondOne: 8,
  rising: 9,
  falling: 10,
  /** rose after falling, or fell after rising */
  turning: 11,
  never: 15,
} as const;

/** For every half sigma from −3.5 to 3.5: whole ones stand for themselves, halves for all that lies between, the outermost also beyond. */
const marksOfHalfSigma = Uint16Array.from({ length: 15 }, (_, i) => levelMarks((i - 7) / 2));

function levelMarks(z: number): number {
  const said = [
    [zoneBit.above, z > 0],
    [zoneBit.below, z < 0],
    [zoneBit.aboveOne, z > 1],
    [zoneBit.belowOne, z < -1],
    [zoneBit.aboveTwo, z > 2],
    [zoneBit.belowTwo, z < -2],
    [zoneBit.beyondThree, Math.abs(z) > 3],
    [zoneBit.withinOne, Math.abs(z) < 1],
    [zoneBit.beyondOne, Math.abs(z) > 1],
  ] as const;
  return said.reduce((marks, [bit, holds]) => marks | (Number(holds) << bit), 0);
}

/**
 * The marks of every point, one bit each as `zoneBit` numbers them, with z = (value − centre)/σ. Written without branches, which random data
 * would mispredict. Throws RangeError unless sigma > 0.
 * @example zoneMarksOf([0, 2.5], { center: 0, sigma: 1 }) // [128, 789]
 */
export function zoneMarksOf(
  values: ArrayLike<number>,
  { center, sigma }: { readonly center: number; readonly sigma: number },
): Uint16Array {
  if (!(sigma > 0 && Number.isFinite(center))) throw new RangeError(`a chart has a centre and a sigma above 0: ${center}, ${sigma}`);
  const marks = new Uint16Array(values.length);
  let before = values[0] ?? 0;
  let [rose, fell] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const z = (value - center) / sigma;
    // 2z where z is whole, else the odd number between
    const halves = Math.max(-7, Math.min(7, Math.floor(z) + Math.ceil(z)));
    const rises = Number(value > before);
    const falls = Number(value < before);
    const turns = (rises & fell) | (falls & rose);
    marks[i] = marksOfHalfSigma[halves + 7]! | (rises << zoneBit.rising) | (falls << zoneBit.falling) | (turns << zoneBit.turning);
    before = value;
    rose = rises;
    fell = falls;
  }
  return marks;
}
