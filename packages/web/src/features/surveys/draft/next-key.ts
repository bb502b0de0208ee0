/** The first free key of a kind: `q1`, `q2` …. */
export function nextKey(kind: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${kind}${number}`)) number += 1;
  return `${kind}${number}`;
}
