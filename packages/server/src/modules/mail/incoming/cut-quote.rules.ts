/** Lines with which programs begin what they quote. */
const heads = [
  /^-{2,}\s*(original message|原始邮件|原始郵件|forwarded message|转发邮件|回复邮件)\s*-{2,}$/i,
  /^_{10,}$/,
  /^on .{5,200} wrote:$/i,
  /^(在|于)?\s*\d{4}\s*[-年/].{3,200}(写道|寫道)\s*[：:]$/,
  /^.{0,80}<[^<>\s]+@[^<>\s]+>\s*(于|在).{3,120}(写道|寫道)\s*[：:]$/,
];
/** The block of headers that Outlook and others put before the old mail. */
const from = /^(from|发件人|寄件者)\s*[：:]\s*\S/i;
const sent = /^(sent|date|to|发送时间|日期|收件人|寄件日期|收件者)\s*[：:]\s*\S/i;

/** What is new in a mail that answers another one: everything before the quoted part. A mail that only quotes stays whole. */
export function cutQuote(text: string): string {
  const lines = text.split('\n');
  const cut = lines.findIndex((line, at) => beginsQuote(line.trim(), lines, at));
  const fresh = (cut < 0 ? lines : lines.slice(0, cut)).join('\n').trim();
  return fresh === '' ? text.trim() : fresh;
}

function beginsQuote(line: string, lines: readonly string[], at: number): boolean {
  if (heads.some((head) => head.test(line))) return true;
  // A head of two lines: "On Monday, 3 May, Wang Xiaoming" / "<wang@example.org> wrote:"
  if (/^(on|在|于) /i.test(line) && heads.some((head) => head.test(`${line} ${lines[at + 1]?.trim() ?? ''}`))) return true;
  if (from.test(line)) return lines.slice(at + 1, at + 5).some((next) => sent.test(next.trim()));
  // Answers may stand between quoted lines: only what is quoted to the end goes.
  return line.startsWith('>') && lines.slice(at).every((next) => next.trim() === '' || next.trim().startsWith('>'));
}
