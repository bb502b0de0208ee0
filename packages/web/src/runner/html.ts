/** Text that is safe to stand in a page. Only `html` makes it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = Markup | string | number | null | readonly Piece[];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Whatever is put into the template is shown as it is written, never read as markup; null shows nothing. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(parts.reduce((text, part, at) => text + textOf(pieces[at - 1] ?? null) + part));
}

/** An attribute without a value, there or not: `<input ${flag('checked', true)}>`. */
export const flag = (name: string, on: boolean): Markup => new Markup(on ? ` ${name}` : '');

/** An attribute that is left out when there is nothing to say. */
export const attribute = (name: string, value: string | number | null): Markup =>
  value === null ? new Markup('') : html` ${name}="${value}"`;

function textOf(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'object') return piece.map(textOf).join('');
  return String(piece).replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
