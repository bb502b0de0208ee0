/** A part of a line: plain words, words that matter, something typed as it stands, or a link. */
export type Span =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly spans: readonly Span[] }
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Span[])[] }
  | { readonly kind: 'bullets' | 'steps'; readonly items: readonly (readonly Span[])[] };

const marks = /\*\*(?<strong>[^*]+)\*\*|`(?<code>[^`]+)`|\[(?<text>[^\]]+)\]\((?<href>[^)\s]+)\)/g;

/** Anything but an address of the web or of mail stays words: a link never runs a script. */
const isAddress = (href: string): boolean => /^(https?:\/\/|mailto:)/i.test(href);

/**
 * The marks within a line.
 *
 * @example parseLine('Open **Settings**') // [{ kind: 'text', text: 'Open ' }, { kind: 'strong', text: 'Settings' }]
 */
export function parseLine(line: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const match of line.matchAll(marks)) {
    if (match.index > at) spans.push({ kind: 'text', text: line.slice(at, match.index) });
    spans.push(spanOf(match));
    at = match.index + match[0].length;
  }
  if (at < line.length) spans.push({ kind: 'text', text: line.slice(at) });
  return spans;
}

function spanOf({ 0: whole, groups = {} }: RegExpMatchArray): Span {
  const { strong, code, text, href } = groups;
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (code !== undefined) return { kind: 'code', text: code };
  return text !== undefined && href !== undefined && isAddress(href) ? { kind: 'link', text, href } : { kind: 'text', text: whole };
}

const shapes = [
  { kind: 'heading', pattern: /^(#{1,6})\s+(.*)$/ },
  { kind: 'bullets', pattern: /^\s*([-*+])\s+(.*)$/ },
  { kind: 'steps', pattern: /^\s*(\d+[.)、])\s*(.*)$/ },
] as const;

/** The text of an article: headings, paragraphs, bullets and steps. Nothing in it is ever taken for HTML. */
export function parseText(text: string): Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const line of text.split(/\r?\n/)) {
    const block = line.trim() === '' ? null : blockOf(line);
    const last = open ? blocks.at(-1) : undefined;
    open = block !== null;
    if (block === null) continue;
    const joined = last === undefined ? null : join(last, block);
    if (joined === null) blocks.push(block);
    else blocks[blocks.length - 1] = joined;
  }
  return blocks;
}

function blockOf(line: string): Block {
  for (const { kind, pattern } of shapes) {
    const [, mark = '', rest = ''] = pattern.exec(line) ?? [];
    if (mark === '' || rest === '') continue;
    if (kind === 'heading') return { kind, level: mark.length <= 2 ? 2 : 3, spans: parseLine(rest) };
    return { kind, items: [parseLine(rest)] };
  }
  return { kind: 'paragraph', lines: [parseLine(line)] };
}

/** Lines of one kind that follow each other are one block. */
function join(last: Block, next: Block): Block | null {
  if (last.kind === 'paragraph' && next.kind === 'paragraph') return { ...last, lines: [...last.lines, ...next.lines] };
  if (last.kind === 'bullets' && next.kind === 'bullets') return { ...last, items: [...last.items, ...next.items] };
  if (last.kind === 'steps' && next.kind === 'steps') return { ...last, items: [...last.items, ...next.items] };
  return null;
}
