/** How wide a character is, in halves of a Chinese one: enough to break lines before the browser draws them. */
const widthOf = (character: string): number => (/[\u2e80-\uffef]/u.test(character) ? 2 : 1.08);

/**
 * Lines of a text that fit a width given in Latin characters; Latin words stay whole where they can. More than `most` lines end in `…`.
 *
 * @example wrapText('The queue is too long', 12, 3) // ['The queue is', 'too long']
 */
export function wrapText(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(/(?<=\s)|(?<=[\u2e80-\uffef])|(?=[\u2e80-\uffef])/u)) {
    for (const piece of pieces(part, width)) {
      if (line !== '' && lengthOf(line + piece.trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += piece;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`] : lines;
}

const lengthOf = (text: string): number => [...text].reduce((sum, character) => sum + widthOf(character), 0);

/** A word longer than a line is cut. */
function pieces(part: string, width: number): string[] {
  if (lengthOf(part) <= width) return [part];
  const size = Math.max(1, Math.floor(width / 2));
  const characters = [...part];
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, at) => characters.slice(at * size, (at + 1) * size).join(''));
}
