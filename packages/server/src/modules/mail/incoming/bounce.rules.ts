/** What a delivery report says. */
export interface Report {
  /** still being tried, or handed over: nothing is lost */
  readonly final: boolean;
  readonly detail: string;
  /** every Message-ID in it: one of them is ours */
  readonly mentioned: readonly string[];
}

const mostMentioned = 300;

/** Reads a delivery report (RFC 3464); those who word their own are read by the codes in their text. */
export function readReport(raw: string): Report {
  const action = firstOf(raw, /^Action:[ \t]*([a-z]+)/im).toLowerCase();
  const status = firstOf(raw, /^Status:[ \t]*([245])\.\d{1,3}\.\d{1,3}/im);
  const said = firstOf(raw, /^Diagnostic-Code:[ \t]*([^\r\n]{1,300}(\r?\n[ \t]+[^\r\n]{1,300}){0,3})/im);
  const mentioned = new Set<string>();
  for (const [id] of raw.matchAll(/<[^<>\s@]{1,200}@[^<>\s@]{1,200}>/g)) if (mentioned.size < mostMentioned) mentioned.add(id);
  const final = action === '' ? status !== '4' && status !== '2' : action === 'failed';
  return { final, detail: said.replaceAll(/\s+/g, ' ').trim().slice(0, 300), mentioned: [...mentioned] };
}

const firstOf = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
