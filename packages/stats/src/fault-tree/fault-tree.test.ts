import { expect, test } from 'vitest';
import { seededRandom } from '../random/index.ts';
import { minimalCutSets, topProbability, type FaultTree } from './index.ts';

const event = (name: string): FaultTree => ({ event: name });
const or = (...inputs: FaultTree[]): FaultTree => ({ gate: 'or', inputs });
const and = (...inputs: FaultTree[]): FaultTree => ({ gate: 'and', inputs });

/** Vesely et al. (1981), Fault Tree Handbook, NUREG-0492, chapter VIII: the pressure tank that ruptures. */
const pressureTank = or(event('tank'), or(event('K2'), and(event('S'), or(event('S1'), or(event('K1'), event('R'))))));

test('the pressure tank of the Fault Tree Handbook has its five minimal cut sets', () => {
  expect(minimalCutSets(pressureTank)).toEqual({
    kind: 'cut-sets',
    sets: [['K2'], ['tank'], ['K1', 'S'], ['R', 'S'], ['S', 'S1']],
  });
});

/** The handbook's figures: 5e-6 for the tank, 3e-5 for the relays and the timer's switch, 1e-4 for the pressure switch and the timer. */
const figures = new Map([
  ['tank', 5e-6],
  ['K2', 3e-5],
  ['S', 1e-4],
  ['K1', 3e-5],
  ['S1', 3e-5],
  ['R', 1e-4],
]);

test('its probability is that of all combinations of events, which the handbook gives as about 3.5e-5', () => {
  const sets = setsOf(pressureTank);
  expect(topProbability(sets, figures)).toBeCloseTo(3.5e-5, 7);
  expect(topProbability(sets, figures) / byEnumeration(pressureTank, figures)).toBeCloseTo(1, 12);
});

test('trees with the same event in several places agree with all combinations, and no set holds another', () => {
  const random = seededRandom(7);
  for (let round = 0; round < 60; round++) {
    const tree = randomTree(random, 3);
    const chances = new Map([...'abcdefg'].map((name) => [name, random()]));
    const sets = setsOf(tree);
    expect(topProbability(sets, chances)).toBeCloseTo(byEnumeration(tree, chances), 12);
    expect(sets.filter((set) => holdsAnother(set, sets))).toEqual([]);
    for (const set of sets) {
      expect(happens(tree, new Set(set))).toBe(true);
      expect(set.some((name) => happens(tree, new Set(set.filter((one) => one !== name))))).toBe(false);
    }
  }
});

test('what is too large is said, what is no tree and no probability is refused', () => {
  const wide = and(...Array.from({ length: 14 }, (_, at) => or(event(`a${at}`), event(`b${at}`))));
  expect(minimalCutSets(wide)).toEqual({ kind: 'too-many', most: 1000 });
  expect(() => minimalCutSets(or())).toThrow(RangeError);
  expect(() => topProbability([['a']], new Map([['a', 1.1]]))).toThrow(RangeError);
  expect(() => topProbability([['a']], new Map())).toThrow(RangeError);
});

function setsOf(tree: FaultTree): readonly (readonly string[])[] {
  const found = minimalCutSets(tree);
  if (found.kind !== 'cut-sets') throw new Error('too many');
  return found.sets;
}

function holdsAnother(set: readonly string[], sets: readonly (readonly string[])[]): boolean {
  return sets.some((other) => other !== set && other.every((name) => set.includes(name)));
}

function happens(tree: FaultTree, true_: ReadonlySet<string>): boolean {
  if ('event' in tree) return true_.has(tree.event);
  return tree.gate === 'and' ? tree.inputs.every((one) => happens(one, true_)) : tree.inputs.some((one) => happens(one, true_));
}

/** The second way: every combination of events, weighed by its probability. */
function byEnumeration(tree: FaultTree, chances: ReadonlyMap<string, number>): number {
  const names = [...chances];
  let sum = 0;
  for (let mask = 0; mask < 2 ** names.length; mask++) {
    const on = (at: number) => Math.floor(mask / 2 ** at) % 2 === 1;
    if (happens(tree, new Set(names.flatMap(([name], at) => (on(at) ? [name] : [])))))
      sum += names.reduce((product, [, p], at) => product * (on(at) ? p : 1 - p), 1);
  }
  return sum;
}

function randomTree(random: () => number, depth: number): FaultTree {
  if (depth === 0 || random() < 0.25) return event('abcdefg'[Math.floor(random() * 7)] ?? 'a');
  const inputs = Array.from({ length: 2 + Math.floor(random() * 2) }, () => randomTree(random, depth - 1));
  return random() < 0.5 ? and(...inputs) : or(...inputs);
}
