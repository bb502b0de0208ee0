import type { ReportSentence, ReportSource, ReportTest } from '@zhiheng/contract/reports/report-document';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { ScorePeriod } from '../../evaluation/index.ts';

/** What all parts of a report have in common. */
export interface Frame {
  readonly period: ScorePeriod;
  readonly before: ScorePeriod;
  readonly scope: SubjectFilter;
  readonly zone: string;
  readonly asOf: string;
}

interface Asked {
  /** the call of the API, without its query */
  readonly path: string;
  /** the page that shows it, without its query */
  readonly page: string;
  readonly n?: number | null;
  readonly test?: ReportTest | null;
  /** in place of period and scope */
  readonly query?: Readonly<Record<string, string>>;
}

/** Where something comes from: the call and the page, of the report's period and scope. */
export function sourceOf(frame: Frame, { path, page, n = null, test = null, query }: Asked): ReportSource {
  const given = Object.entries(query ?? { period: frame.period.key, ...frame.scope });
  const named = given.flatMap(([key, value]): [string, string][] => (value === undefined ? [] : [[key, value]]));
  const words = new URLSearchParams(named).toString();
  const asked = (address: string) => (words === '' ? address : `${address}?${words}`);
  return { query: asked(path), href: asked(page), n, asOf: frame.asOf, test };
}

export const say = (text: LocalText, source: ReportSource, tone: ReportSentence['tone'] = 'plain'): ReportSentence => ({
  text,
  tone,
  source,
});
