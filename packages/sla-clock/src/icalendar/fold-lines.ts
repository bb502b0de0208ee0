const longest = 75;

/**
 * Folds the lines of a text to at most 75 bytes without their ends (RFC 5545, 3.1): ical.js does not count the space that begins a folded line.
 * @example foldLines(`SUMMARY:${'班'.repeat(30)}`).split('\r\n ').length // 2
 */
export function foldLines(text: string): string {
  return text.replaceAll('\r\n ', '').split('\r\n').map(foldLine).join('\r\n');
}

function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const sign of line) {
    const bytes = bytesOf(sign);
    if (length + bytes > longest) {
      parts.push(part);
      // The space that marks a folded line counts.
      part = ' ';
      length = 1;
    }
    part += sign;
    length += bytes;
  }
  return [...parts, part].join('\r\n');
}

/** Bytes of one sign in UTF-8. */
function bytesOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
