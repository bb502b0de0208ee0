/** A basic event, or a gate over others. The same event may stand in several places. */
export type FaultTree = { readonly event: string } | { readonly gate: 'and' | 'or'; readonly inputs: readonly FaultTree[] };

/** `sets`: each a list of events that together bring the top event about, none with one to spare; or more of them than `most`. */
export type CutSets =
  { readonly kind: 'cut-sets'; readonly sets: readonly (readonly string[])[] } | { readonly kind: 'too-many'; readonly most: number };

/**
 * Minimal cut sets of a coherent fault tree, the shortest first, events in alphabetical order: built from the leaves up, each gate's sets
 * rid of those that contain another. More than `most` sets on the way end it as `too-many`. Throws RangeError for a gate without inputs.
 * Source: Vesely, Goldberg, Roberts, Haasl (1981), Fault Tree Handbook, NUREG-0492, section VII.
 * @example minimalCutSets({ gate: 'or', inputs: [{ event: 'b' }, { gate: 'and', inputs: [{ event: 'a' }, { event: 'c' }] }] }) // { kind: 'cut-sets', sets: [['b'], ['a', 'c']] }
 * @example minimalCutSets({ gate: 'or', inputs: [{ event: 'a' }, { gate: 'and', inputs: [{ event: 'a' }, { event: 'c' }] }] }) // { sets: [['a']] }
 * @example minimalCutSets({ gate: 'or', inputs: [{ event: 'a' }, { event: 'b' }] }, 1) // { kind: 'too-many', most: 1 }
 */
export function minimalCutSets(tree: FaultTree, most = 1000): CutSets {
  const sets = setsOf(tree, most);
  if (sets === null) return { kind: 'too-many', most };
  const lists = sets.map((set) => [...set].sort());
  return { kind: 'cut-sets', sets: lists.sort((a, b) => a.length - b.length || (a.join('\u0000') < b.join('\u0000') ? -1 : 1)) };
}

type Sets = readonly ReadonlySet<string>[];

function setsOf(tree: FaultTree, most: number): Sets | null {
  if ('event' in tree) return [new Set([tree.event])];
  if (tree.inputs.length === 0) throw new RangeError('a gate has inputs');
  let found: Sets = tree.gate === 'and' ? [new Set()] : [];
  for (const input of tree.inputs) {
    const sets = setsOf(input, most);
    if (sets === null) return null;
    // Counted before they are joined: the product alone could fill the memory.
    if (tree.gate === 'and' && found.length * sets.length > most * 4) return null;
    found = withoutSupersets(tree.gate === 'or' ? [...found, ...sets] : joined(found, sets));
    if (found.length > most) return null;
  }
  return found;
}

const joined = (first: Sets, second: Sets): Sets => first.flatMap((a) => second.map((b) => new Set([...a, ...b])));

function withoutSupersets(sets: Sets): Sets {
  const kept: ReadonlySet<string>[] = [];
  for (const set of [...sets].sort((a, b) => a.size - b.size))
    if (!kept.some((smaller) => [...smaller].every((event) => set.has(event)))) kept.push(set);
  return kept;
}
