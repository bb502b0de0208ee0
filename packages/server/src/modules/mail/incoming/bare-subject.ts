const field = /^subject:[ \t]*((?:[^\r\n]|\r?\n[ \t])*)/im;
/** Headers stand at the beginning. */
const mostHeader = 64 * 1024;

/** A subject whose letters stand in the header as bare bytes, as many programs in China still write it: UTF-8 if it is, else GB18030. Null when it is written by the rules. */
export function bareSubject(raw: Buffer): string | null {
  const header =
    raw
      .subarray(0, mostHeader)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  const written = field.exec(header)?.[1] ?? '';
  if (!/[\u0080-\u00ff]/.test(written)) return null;
  const bytes = Buffer.from(written, 'latin1');
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : text;
}
