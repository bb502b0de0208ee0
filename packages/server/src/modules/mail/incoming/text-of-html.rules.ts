const hidden = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'object', 'iframe', 'select']);
const breaks = new Set([
  'br',
  'p',
  'div',
  'tr',
  'table',
  'ul',
  'ol',
  'section',
  'article',
  'header',
  'footer',
  'blockquote',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
]);
const cells = new Set(['td', 'th']);
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  hellip: '…',
  mdash: '—',
  ndash: '–',
};

/** Longer HTML is read so far. */
const mostSigns = 2_000_000;

interface Page {
  readonly lines: string[];
  line: string;
  /** how deep in what another mail said */
  quoted: number;
  /** the element whose content nobody sees */
  within: string | null;
}

/** What a reader of an HTML mail sees, as plain text: one pass from left to right, so that no markup, however broken or deep, takes longer than its length. Quoted parts begin with `>`. */
export function textOfHtml(html: string): string {
  const page: Page = { lines: [], line: '', quoted: 0, within: null };
  const source = html.slice(0, mostSigns);
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open < 0) break;
    if (page.within === null) page.line += source.slice(at, open);
    at = endOfTag(source, open);
    takeTag(page, source.slice(open + 1, at - 1));
  }
  if (page.within === null) page.line += source.slice(at);
  breakLine(page);
  return page.lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** After the closing sign; a comment ends with its own. What is never closed is left out. */
function endOfTag(source: string, open: number): number {
  if (source.startsWith('<!--', open)) {
    const end = source.indexOf('-->', open + 4);
    return end < 0 ? source.length : end + 3;
  }
  const end = source.indexOf('>', open + 1);
  return end < 0 ? source.length : end + 1;
}

function takeTag(page: Page, tag: string): void {
  const closes = tag.startsWith('/');
  const name = nameOf(closes ? tag.slice(1, 20) : tag.slice(0, 20));
  if (page.within !== null) return leave(page, closes ? name : '');
  if (hidden.has(name)) return hide(page, closes || tag.endsWith('/') ? null : name);
  showTag(page, name, closes);
}

function showTag(page: Page, name: string, closes: boolean): void {
  if (name === 'li' && !closes) startItem(page);
  else if (cells.has(name)) page.line += ' ';
  else if (breaks.has(name)) breakLine(page);
  if (name === 'blockquote') quote(page, closes);
}

function quote(page: Page, ends: boolean): void {
  page.quoted = Math.max(0, page.quoted + (ends ? -1 : 1));
}

const nameOf = (tag: string): string => /^[a-z][a-z0-9]*/i.exec(tag)?.[0].toLowerCase() ?? '';

function leave(page: Page, closed: string): void {
  if (closed === page.within) page.within = null;
}

function hide(page: Page, within: string | null): void {
  page.within = within;
}

function startItem(page: Page): void {
  breakLine(page);
  page.line = '- ';
}

function breakLine(page: Page): void {
  const words = decodeSigns(page.line)
    .replaceAll(/[\s\u00a0\u200b]+/g, ' ')
    .trim();
  page.line = '';
  if (words !== '' || page.lines.at(-1) !== '') page.lines.push(page.quoted > 0 ? `> ${words}`.trim() : words);
}

const decodeSigns = (text: string): string =>
  text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, sign: string) => {
    if (!sign.startsWith('#')) return named[sign.toLowerCase()] ?? whole;
    const code = sign[1]?.toLowerCase() === 'x' ? Number.parseInt(sign.slice(2), 16) : Number.parseInt(sign.slice(1), 10);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
