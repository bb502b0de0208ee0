/** Names of items without the question that they share, where that still tells them apart: `请打分 / 标识清楚` → `标识清楚`. */
export function shortNames(names: readonly string[]): readonly string[] {
  const last = names.map((name) => name.split(' / ').at(-1) ?? name);
  return new Set(last).size === names.length ? last : names;
}
