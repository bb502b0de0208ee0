/**
 * Where at least `length` values in a row are strictly on one side of 0: the index of every value from the `length`-th of such a run on. A
 * value of exactly 0 ends a run. Throws RangeError unless `length` is a whole number of at least 1.
 * @example runsOnOneSide([1, 2, 3, 4, -1, 0, 5], 3) // [2, 3]
 */
export function runsOnOneSide(values: ArrayLike<number>, length: number): number[] {
  if (!(Number.isInteger(length) && length >= 1)) throw new RangeError(`a run has at least one value: ${length}`);
  const ends: number[] = [];
  let run = 0;
  let side = 0;
  for (let i = 0; i < values.length; i++) {
    const own = Math.sign(values[i]!);
    run = own !== 0 && own === side ? run + 1 : Math.abs(own);
    side = own;
    if (run >= length) ends.push(i);
  }
  return ends;
}
