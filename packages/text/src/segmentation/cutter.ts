import { characterTables, unitKinds, type CharacterTables } from './characters.ts';
import { step, type Lexicon } from './lexicon.ts';

const { separator, ideograph, letter, joiner, lead, trail } = unitKinds;

/**
 * Cuts a text into words along the most probable path through a dictionary, words being independent: of all ways to cover the text
 * the one with the largest product of word probabilities, found from the end backwards (dynamic programming). A run of letters and
 * digits is one word unless the dictionary begins with it (B超, 4S店); an ideograph that no word covers stands alone; everything else
 * separates. Time grows with the length of the text, whatever stands in it.
 *
 * The dictionary and this method are those of jieba (Sun 2012) without its guess at unknown words; ours is a table walk inside
 * JavaScript, so that no string is made for a word that nobody looks at.
 * @example const lexicon = newLexicon(10, -10);
 * addWord(lexicon, '味道', { weight: -4 });
 * new Cutter(lexicon).words('味道真好!') // ['味道', '真', '好']
 */
export class Cutter {
  /** where each word begins, where it ends, and its node in the dictionary (0: it has none); valid until the next `cut` */
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  nodes = new Int32Array(64);
  readonly #lexicon: Lexicon;
  readonly #tables: CharacterTables = characterTables();
  #units = new Uint16Array(64);
  #kinds = new Uint8Array(64);
  #scores = new Float64Array(65);
  #pathEnds = new Int32Array(64);
  #pathNodes = new Int32Array(64);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Cuts, and returns the number of words; `starts`, `ends` and `nodes` say which. */
  cut(text: string): number {
    this.#makeRoom(text.length);
    this.#read(text);
    this.#findPath(text.length);
    return this.#followPath(text.length);
  }

  /** The words of a text in half width and lower case. */
  words(text: string): string[] {
    const n = this.cut(text);
    return Array.from({ length: n }, (_, i) => this.word(text, i));
  }

  /** One word of the text that was cut last. */
  word(text: string, index: number): string {
    const start = this.starts[index]!;
    const end = this.ends[index]!;
    for (let i = start; i < end; i++)
      if (this.#units[i] !== text.charCodeAt(i)) return String.fromCharCode(...this.#units.subarray(start, end));
    return text.slice(start, end);
  }

  /** The characters of the text that was cut last, in half width and lower case; valid until the next `cut`. */
  get units(): Uint16Array {
    return this.#units;
  }

  #makeRoom(length: number): void {
    if (this.starts.length >= length) return;
    const room = Math.max(length, 2 * this.starts.length);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.nodes = new Int32Array(room);
    this.#units = new Uint16Array(room);
    this.#kinds = new Uint8Array(room);
    this.#scores = new Float64Array(room + 1);
    this.#pathEnds = new Int32Array(room);
    this.#pathNodes = new Int32Array(room);
  }

  #read(text: string): void {
    const { folded, kinds } = this.#tables;
    for (let i = 0; i < text.length; i++) {
      const unit = folded[text.charCodeAt(i)]!;
      this.#units[i] = unit;
      this.#kinds[i] = kinds[unit]!;
    }
    for (let i = 0; i < text.length; i++) if (this.#kinds[i]! >= joiner) this.#kinds[i] = this.#kindInside(i, text.length);
  }

  /** Joiners count between letters only, halves of a character only in pairs. */
  #kindInside(i: number, length: number): number {
    const before = i > 0 ? this.#kinds[i - 1] : separator;
    const next = i + 1 < length ? this.#kinds[i + 1] : separator;
    const kind = this.#kinds[i];
    if (kind === joiner) return before === letter && next === letter ? letter : separator;
    if (kind === lead) return next === trail ? lead : separator;
    return before === lead ? trail : separator;
  }

  #findPath(length: number): void {
    const scores = this.#scores;
    scores[length] = 0;
    let endOfRun = length;
    for (let i = length - 1; i >= 0; i--) {
      const kind = this.#kinds[i];
      if (kind !== letter) endOfRun = i;
      if (kind === ideograph) this.#choose(i, i + 1, length);
      else if (kind === letter) this.#choose(i, endOfRun, length);
      else if (kind === lead) this.#choose(i, i + 2, length);
      else scores[i] = scores[i + 1]!;
    }
  }

  /** The best word that begins at `start`: of equally good ones the longest. Without any, all up to `shortest`. */
  #choose(start: number, shortest: number, length: number): void {
    const lexicon = this.#lexicon;
    const { weights } = lexicon;
    const units = this.#units;
    const scores = this.#scores;
    let score = lexicon.unknown + scores[shortest]!;
    let end = shortest;
    let chosen = 0;
    let at = start + 1;
    for (let node = lexicon.first[units[start]!]!; node !== 0; node = step(lexicon, node, units[at++]!)) {
      const weight = weights[node]!;
      if (weight !== 0 && weight + scores[at]! >= score) {
        score = weight + scores[at]!;
        end = at;
        chosen = node;
      }
      if (at >= length) break;
    }
    scores[start] = score;
    this.#pathEnds[start] = end;
    this.#pathNodes[start] = chosen;
  }

  #followPath(length: number): number {
    let n = 0;
    for (let i = 0; i < length;) {
      const kind = this.#kinds[i];
      if (kind === separator || kind === trail) {
        i++;
        continue;
      }
      this.starts[n] = i;
      this.nodes[n] = this.#pathNodes[i]!;
      i = this.#pathEnds[i]!;
      this.ends[n++] = i;
    }
    return n;
  }
}
