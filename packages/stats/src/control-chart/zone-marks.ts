/** What can be said of one point of a series against its centre and σ, and against the points before it; one bit each. All are strict. */
export const zoneMark = {
  above: 1,
  below: 2,
  aboveOne: 4,
  belowOne: 8,
  aboveTwo: 16,
  belowTwo: 32,
  beyondThree: 64,
  withinOne: 128,
  beyondOne: 256,
  rising: 512,
  falling: 1024,
  /** rose after falling, or fell after rising */
  turning: 2048,
} as const;

/** By sign and whole sigmas strictly exceeded: z < −3, …, −1 ≤ z < 0, z = 0, 0 < z ≤ 1, …, 3 < z. */
const marksOfZone = Uint16Array.from([
  zoneMark.below | zoneMark.belowOne | zoneMark.belowTwo | zoneMark.beyondThree | zoneMark.beyondOne,
  zoneMark.below | zoneMark.belowOne | zoneMark.belowTwo | zoneMark.beyondOne,
  zoneMark.below | zoneMark.belowOne | zoneMark.beyondOne,
  zoneMark.below,
  0,
  zoneMark.above,
  zoneMark.above | zoneMark.aboveOne | zoneMark.beyondOne,
  zoneMark.above | zoneMark.aboveOne | zoneMark.aboveTwo | zoneMark.beyondOne,
  zoneMark.above | zoneMark.aboveOne | zoneMark.aboveTwo | zoneMark.beyondThree | zoneMark.beyondOne,
]);

/**
 * The marks of every point, as a sum of the bits of `zoneMark`, with z = (value − centre)/σ. Throws RangeError unless sigma > 0.
 * @example zoneMarksOf([0, 2.5], { center: 0, sigma: 1 }) // [128, 789]
 */
export function zoneMarksOf(
  values: ArrayLike<number>,
  { center, sigma }: { readonly center: number; readonly sigma: number },
): Uint16Array {
  if (!(sigma > 0 && Number.isFinite(center))) throw new RangeError(`a chart has a centre and a sigma above 0: ${center}, ${sigma}`);
  const marks = new Uint16Array(values.length);
  let before = values[0] ?? 0;
  let direction = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const z = (value - center) / sigma;
    const step = value > before ? zoneMark.rising : value < before ? zoneMark.falling : 0;
    const turned = step + direction === zoneMark.rising + zoneMark.falling ? zoneMark.turning : 0;
    marks[i] = marksOfZone[zoneOf(z) + 4]! | (z > -1 && z < 1 ? zoneMark.withinOne : 0) | step | turned;
    before = value;
    direction = step;
  }
  return marks;
}

/** Away from 0 to the next whole sigma: 2 < z ≤ 3 is zone 3. */
const zoneOf = (z: number): number => (z > 0 ? Math.min(4, Math.ceil(z)) : Math.max(-4, Math.floor(z)));
