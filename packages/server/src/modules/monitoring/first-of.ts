/** The first of a list that is known not to be empty. Throws for one that is. */
export function firstOf<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new RangeError('the list is empty');
  return first;
}
