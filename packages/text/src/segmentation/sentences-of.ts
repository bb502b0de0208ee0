/**
 * A full stop ends a sentence unless digits or letters follow at once (4.5, example.com). Dots are tried from their first only, or many
 * would take long.
 */
const endOfSentence = /[。！？!?；;…\r\n]+|(?<!\.)\.+(?=\s|$|[^\p{L}\p{N}.])/u;
const endOfClause = /[。！？!?；;…\r\n，,、：:~～]+|(?<!\.)\.+(?=\s|$|[^\p{L}\p{N}.])/u;

/**
 * The sentences of a text: it is parted at full stops, question and exclamation marks, semicolons, ellipses and line breaks, Chinese and
 * English. Pieces without a letter or digit are left out.
 * @example sentencesOf('味道不错。送餐太慢了！！') // ['味道不错', '送餐太慢了']
 */
export function sentencesOf(text: string): string[] {
  return piecesOf(text, endOfSentence);
}

/**
 * The clauses of a text: parted at commas as well, because Chinese reviews string different matters together with them.
 * @example clausesOf('味道不错，就是送餐太慢') // ['味道不错', '就是送餐太慢']
 */
export function clausesOf(text: string): string[] {
  return piecesOf(text, endOfClause);
}

function piecesOf(text: string, end: RegExp): string[] {
  return text
    .split(end)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}
