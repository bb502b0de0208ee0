/** `id` cannot begin before `needs` is done. */
export interface Dependency {
  readonly id: string;
  readonly needs: string;
}

/**
 * Would some action wait for itself?
 * @example hasCircle([{ id: 'a', needs: 'b' }, { id: 'b', needs: 'a' }]) // true
 */
export function hasCircle(dependencies: readonly Dependency[]): boolean {
  const open = new Map<string, Set<string>>();
  for (const { id, needs } of dependencies) {
    if (!open.has(needs)) open.set(needs, new Set());
    open.set(id, (open.get(id) ?? new Set()).add(needs));
  }
  // Whoever waits for nobody is taken away, again and again; what is left waits in a circle.
  for (let free = freeOf(open); free.length > 0; free = freeOf(open)) {
    for (const id of free) open.delete(id);
    for (const needs of open.values()) for (const id of free) needs.delete(id);
  }
  return open.size > 0;
}

const freeOf = (open: ReadonlyMap<string, ReadonlySet<string>>): string[] =>
  [...open].filter(([, needs]) => needs.size === 0).map(([id]) => id);
