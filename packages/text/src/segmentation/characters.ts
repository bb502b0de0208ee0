/** What a UTF-16 code unit is to the segmenter. */
export const unitKinds = { separator: 0, ideograph: 1, letter: 2, joiner: 3, lead: 4, trail: 5 } as const;

/** Tables over the 65,536 UTF-16 code units. */
export interface CharacterTables {
  /** one of `unitKinds` */
  readonly kinds: Uint8Array;
  /** the unit in half width and lower case, by Unicode's compatibility composition (NFKC) where that is one unit */
  readonly folded: Uint16Array;
}

let tables: CharacterTables | undefined;

/**
 * The tables of characters, made once. Ideographs are the characters of the Han script; letters are all other letters, digits and
 * marks; joiners hold a word of letters together (don’t, wi-fi, 4.5); lead and trail are the halves of a Han character beyond U+FFFF.
 * @example characterTables().kinds['好'.charCodeAt(0)] // 1
 * @example String.fromCharCode(characterTables().folded['Ａ'.charCodeAt(0)]) // 'a'
 */
export function characterTables(): CharacterTables {
  tables ??= makeTables();
  return tables;
}

function makeTables(): CharacterTables {
  const kinds = new Uint8Array(65_536);
  const folded = new Uint16Array(65_536);
  for (let unit = 0; unit < 65_536; unit++) {
    kinds[unit] = kindOf(unit);
    folded[unit] = foldedOf(unit);
  }
  return { kinds, folded };
}

/** Han characters beyond U+FFFF begin with these units: the planes 2 and 3, U+20000 to U+3FFFF. */
const firstHanSurrogate = 0xd840;
const lastHanSurrogate = 0xd8bf;

function kindOf(unit: number): number {
  if (unit >= 0xdc00 && unit <= 0xdfff) return unitKinds.trail;
  if (unit >= firstHanSurrogate && unit <= lastHanSurrogate) return unitKinds.lead;
  const character = String.fromCharCode(unit);
  if (/\p{Script=Han}/u.test(character)) return unitKinds.ideograph;
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return unitKinds.letter;
  return /['’.\-_＇．－]/u.test(character) ? unitKinds.joiner : unitKinds.separator;
}

function foldedOf(unit: number): number {
  const character = String.fromCharCode(unit).normalize('NFKC').toLowerCase();
  return character.length === 1 ? character.charCodeAt(0) : unit;
}
