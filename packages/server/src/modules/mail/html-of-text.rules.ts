const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);

const address = /https?:\/\/[^\s<>"'，。；、）)]+/g;

/** A plain text as simple HTML: paragraphs, lines, and addresses of the web as links. */
export function htmlOfText(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((part) => `<p>${part.split('\n').map(lineOf).join('<br>')}</p>`);
  return `<!doctype html><html><body style="font:14px/1.6 sans-serif;color:#1d2533">${paragraphs.join('\n')}</body></html>`;
}

function lineOf(line: string): string {
  let [html, from] = ['', 0];
  for (const found of line.matchAll(address)) {
    const url = escaped(found[0]);
    html += `${escaped(line.slice(from, found.index))}<a href="${url}">${url}</a>`;
    from = found.index + found[0].length;
  }
  return html + escaped(line.slice(from));
}
